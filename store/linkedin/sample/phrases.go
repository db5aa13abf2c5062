package sample

// script is a dialogue, the owner's lines and the other's in turn. {them}, {me} and {company} are filled in.
type script struct {
	ownerFirst bool
	lines      []string
}

// scripts answers the dialogues.
func scripts() []script { return append(sales(), smallTalk()...) }

// sales are dialogues of the trade.
func sales() []script {
	return []script{
		{true, []string{
			"Hi {them}, saw that {company} is growing its partner team. Is that something you look after?",
			"Hi {me}! Partly, yes. What do you have in mind?",
			"We help teams like yours answer partner requests within a day instead of a week. Worth 15 minutes?",
			"Thursday after 2 could work. Can you send two slots?",
			"Thursday 14:30 or 16:00 (CET)?",
			"14:30 it is. Please include Tomas from my team.",
			"Done, invitation is out. Looking forward!",
		}},
		{false, []string{
			"Hi {me}, your talk about forecasting was the best of the day. Are the slides somewhere?",
			"Thank you, {them}! Here they are:\nhttps://example.com/slides/forecasting\n\nPage 12 is the one people ask about.",
			"Perfect. One question: how do you treat \"unknown\" demand?",
			"Badly, at first :) Now we keep it as its own line and review it monthly.",
			"That is refreshingly honest.",
		}},
		{true, []string{
			"Hello {them}, we met at the harbour meetup. You mentioned the \"great spreadsheet of 2019\".",
			"Ha, that file still haunts me. It has 43 tabs by now.",
			"If you ever want to retire it, I know a painless way.",
			"Ask me again after the audit, say mid next month?",
			"Will do. Good luck with the audit!",
		}},
		{true, []string{
			"Hi {them}, quick one: who at {company} decides about logistics software?",
			"That would be my colleague Ingrid. Shall I introduce you?",
			"That would be very kind.",
			"Done, see your e-mail.",
			"Brilliant, thank you {them}. I owe you a coffee.",
		}},
		{false, []string{
			"Hi {me}, I am hiring a senior analyst and thought you might know someone.\n\n- remote in Europe\n- SQL, some Python\n- likes messy data",
			"I do, actually. Let me ask her first.",
			"Wonderful, no hurry.",
			"She is interested. Connecting you two now.",
			"You are a star.",
		}},
	}
}

// smallTalk keeps in touch.
func smallTalk() []script {
	return []script{
		{true, []string{
			"Hi {them}, congratulations on the new role at {company}!",
			"Thanks {me}! Still finding the coffee machine.",
			"Give it a month. May I check in then about the pricing project?",
			"Please do. We will need outside eyes.",
		}},
		{true, []string{
			"Hi {them}, did you get a chance to look at the proposal?",
			"Yes. Legal asks for two changes, see below.\n1) notice period of 60 days\n2) invoicing in EUR",
			"Both fine. I will send version 3 tonight.",
			"Great, then we can sign this week.",
			"Version 3 is in your inbox.",
			"Signed! Happy to work with you.",
		}},
		{false, []string{
			"Hello {me}, is your company still looking for a payroll provider?",
			"We decided last week, sorry. May I keep your details for next year?",
			"Of course. All the best!",
		}},
		{true, []string{
			"Hi {them}, I am collecting answers on how teams plan capacity. Three questions, two minutes?",
			"Sure, shoot.",
			"1. Who owns the plan? 2. How often is it wrong? 3. What happens then?",
			"1. Me. 2. Always. 3. We call it \"learning\".",
		}},
		{true, []string{
			"Hi {them}, thank you for connecting. What are you working on at {company} these days?",
			"Mostly the move to a new warehouse. You?",
			"Making outreach less annoying. Work in progress.",
		}},
	}
}

// fillers keep long conversations going.
func fillers() []string {
	return []string{
		"Sounds good.", "Thanks!", "Let me check and come back to you.", "👍", "Any news on this?", "Sorry for the late reply, busy week.",
		"Attached is the file we talked about.", "Can we move it to Tuesday?", "Works for me.", "I asked the team: 12 seats, starting in March.",
		"Could you send the invoice again? It went to the wrong address.", "Happy new year!", "See you at the fair in Lyon?",
		"The link: https://example.com/q?id=42&utm_source=li", "He said \"maybe\", which usually means yes.", "Enjoy your holidays!",
		"Two points:\n\n* the contract needs a date\n* who signs on your side?", "Ok, noted.", "That is on me, fixing it now.", "Perfect, thank you so much.",
		"What about the budget, roughly 5,000 or closer to 10,000?", "I will be in town next week; lunch?", "Let us do it.",
		"Just following up on the above; no rush at all, but the early-bird price ends on Friday and I would hate for you to miss it.",
	}
}

// mail is an InMail.
type mail struct{ subject, text string }

// pitches are InMails that the owner sends.
func pitches() []mail {
	return []mail{
		{"Planning at {company}", "Hi {them},\n\nI noticed that {company} is hiring planners. We help such teams get rid of half the spreadsheets.\n\nWould a short call next week make sense?\n\nBest,\n{me}"},
		{"Your post on supplier delays", "Hello {them}, we do not know each other yet. Your post on supplier delays made me laugh, then think. May I ask two questions?"},
		{"Speaking at our meetup?", "Dear {them}, would you like to speak at our meetup in autumn? 60 people, no slides allowed, good food.\n\n{me}"},
		{"Introduction via Ingrid", "Hi {them}, Ingrid says you are the person who makes things move at {company}. I have an idea that needs moving: 15 minutes next week?"},
		{"Less manual work at {company}", "Hello {them}, how many hours a week go into answering partner requests? We brought one team from nineteen to four. Happy to show how."},
	}
}

// offers are InMails that the owner gets; the last is campaign markup from a person.
func offers() []mail {
	return []mail{
		{"Your next role?", "Hi {me}, I recruit for a scale-up in Ghent and your profile stood out. Open to a chat?"},
		{"Speakers wanted", "Hello {me}, we are selecting speakers for a conference in May. Interested?"},
		{"A question from {company}", "Hi {me}, how do you price partner onboarding? We are about to begin and would rather learn from somebody else's mistakes."},
		{"See our new tool", "<p class=\"spinmail-quill-editor__spin-break\">Hi {me},</p><p class=\"spinmail-quill-editor__spin-break\">Can I show you our new tool?</p>"},
	}
}

func answers() []string {
	return []string{
		"Hi, thanks for writing. Yes, let us talk: Wednesday 11:00?", "Not a fit for us right now, but thank you for asking so nicely.",
		"Interesting! Can you send something in writing?", "Sure, go ahead.",
	}
}

func advertisements() []string {
	return []string{
		"<p class=\"spinmail-quill-editor__spin-break\">Hi %FIRSTNAME%, grow your pipeline with Beacon Cloud.</p>",
		"<p class=\"spinmail-quill-editor__spin-break\">Your executive MBA starts here. <a href=\"https://example.com/mba\">Apply</a></p>",
	}
}

func notes() []string {
	return []string{
		"Hi {them}, we both follow the planning community. Happy to connect!", "Enjoyed your talk yesterday.", "", "",
		"Hello {them}, I would like to add you to my network, \"old school\" style.", "",
	}
}
