package sample

// culture is a pool of names that go together.
type culture struct {
	firsts, lasts []string
	// ascii spells the same names for slugs where the script is not Latin; nil keeps the script, percent-encoded.
	asciiFirsts, asciiLasts []string
	// greetings are openers in the language of the names.
	greetings []string
	// surnameFirst writes the family name before the given one.
	surnameFirst bool
}

// cultures answers the pools. The first comes up twice as often as others (see cast.person).
func cultures() []culture { return append(latin(), others()...) }

// latin answers the pools of names in Latin letters, most with marks on them.
func latin() []culture {
	return []culture{
		{
			firsts:    words("Amelia Oliver Grace Jack Chloe Harry Naomi Ethan Ruby Callum Isla Marcus Paige Owen"),
			lasts:     words("Whitfield Okafor Harrow Penrose Ashby Merrick O'Connell Thackeray Bright Lockwood Quill Marlowe"),
			greetings: []string{"Hi {me}, hope the week is treating you well."},
		},
		{
			firsts:    words("Jürgen Käthe Björn Anneliese Götz Saskia Rüdiger Heike Florian Mareike"),
			lasts:     words("Müller-Lüdenscheidt Weiß Schröder Böhm Königsmann Hölderle Grünwald Strauß Täuber Vogel"),
			greetings: []string{"Hallo {me}, danke für die Vernetzung!"},
		},
		{
			firsts:    words("Łukasz Agnieszka Wojciech Małgorzata Błażej Żaneta Stanisław Kinga Michał Zofia"),
			lasts:     words("Kowalczyk Wójcik Zając Śliwa Wróbel Gołąb Żak Piątek Mazur Dudek"),
			greetings: []string{"Cześć {me}, miło Cię poznać."},
		},
		{
			firsts:    words("José-Luis Núria Íñigo Begoña Joaquín Inés Martín Pilar Ramón Lucía"),
			lasts:     words("Ibáñez Peñalver Muñoz Ordóñez Castellà Güell Arístegui Zubizarreta Cañadas"),
			greetings: []string{"Hola {me}, ¿qué tal va todo?"},
		},
		{
			firsts:    words("Élodie François Maëlle Benoît Anaïs Loïc Zoé Hervé Océane Noé"),
			lasts:     words("Lefèvre D'Aubigné Garçon Prévost Château Béranger Mérieux Dupré Guérin"),
			greetings: []string{"Bonjour {me}, merci pour votre message."},
		},
		{
			firsts:    words("Øyvind Åse Søren Kjærsti Håkon Solveig Jørn Ylva Mårten Sigrún"),
			lasts:     words("Bjørnstad Åkesson Sørensen Grønli Ødegård Lindström Hæstad Nygård"),
			greetings: []string{"Hei {me}, takk for sist!"},
		},
		{
			firsts:    words("Nguyệt Thảo Quân Hạnh Đức Vân Phượng Tuấn"),
			lasts:     words("Nguyễn Trần Phạm Huỳnh Đặng Bùi Vũ"),
			greetings: []string{"Chào {me}, rất vui được kết nối."}, surnameFirst: true,
		},
	}
}

// others answers the pools of names in other scripts.
func others() []culture {
	return []culture{
		{
			firsts:      words("Наталья Дмитрий Ольга Сергей Екатерина Андрей Мария Алексей"),
			lasts:       words("Шевченко Ткаченко Черных Лысенко Долгих Мельник Юрченко Жук"),
			asciiFirsts: words("natalya dmitry olga sergey ekaterina andrey maria alexey"),
			asciiLasts:  words("shevchenko tkachenko chernykh lysenko dolgikh melnik yurchenko zhuk"),
			greetings:   []string{"Добрый день, {me}! Приятно познакомиться."},
		},
		{
			firsts: words("伟 芳 娜 敏 静 磊 洋 婷"), lasts: words("张 王 李 赵 陈 杨 黄 周"), surnameFirst: true,
			greetings: []string{"{me}您好,很高兴认识您。"},
		},
		{
			firsts:    words("さくら 翔太 美咲 健一 陽菜 大輔 結衣 拓也"),
			lasts:     words("佐藤 鈴木 高橋 田中 渡辺 山本 小林 加藤"),
			greetings: []string{"{me}様、はじめまして。よろしくお願いします。"}, surnameFirst: true,
			asciiFirsts: words("sakura shota misaki kenichi hina daisuke yui takuya"),
			asciiLasts:  words("sato suzuki takahashi tanaka watanabe yamamoto kobayashi kato"),
		},
		{
			firsts:      words("ليلى عمر فاطمة يوسف مريم خالد نور سامي"),
			lasts:       words("الهاشمي المنصور حداد النجار العلوي قباني بغدادي الزهراني"),
			greetings:   []string{"مرحباً {me}، شكراً على التواصل."},
			asciiFirsts: words("layla omar fatima youssef maryam khaled nour sami"),
			asciiLasts:  words("alhashimi almansour haddad alnajjar alalawi qabbani baghdadi alzahrani"),
		},
		{
			firsts:      words("נועה איתן תמר אורי יעל דניאל מאיה גיל"),
			lasts:       words("לוי כהן מזרחי פרידמן שפירא ברק אלון רוזן"),
			greetings:   []string{"שלום {me}, תודה על החיבור."},
			asciiFirsts: words("noa eitan tamar uri yael daniel maya gil"),
			asciiLasts:  words("levi cohen mizrahi friedman shapira barak alon rosen"),
		},
		{
			firsts:      words("प्रिया अर्जुन अनन्या रोहन काव्या विक्रम मीरा आदित्य"),
			lasts:       words("शर्मा वर्मा अय्यर कपूर मेहता जोशी नायर चौहान"),
			greetings:   []string{"नमस्ते {me} जी, जुड़ने के लिए धन्यवाद।"},
			asciiFirsts: words("priya arjun ananya rohan kavya vikram meera aditya"),
			asciiLasts:  words("sharma verma iyer kapoor mehta joshi nair chauhan"),
		},
	}
}

// credentials follow some family names, comma included.
func credentials() []string {
	return []string{", PhD", ", MBA", ", CFA", ", PMP®", " 🚀", " (she/her)", ", Ph.D., P.Eng."}
}

func companies() []string {
	return []string{
		"Lantern & Loom", "Northwind Harbour", "Quillstone", "Ferro Verde S.A.", "Blaue Brücke GmbH", "Tidal Forge", "Papaya Ledger",
		"Orbit Bakery Systems", "Kestrel Robotics", "Maison Bruyère", "Saltmarsh Capital", "Helio Weave", "Acorn, Birch & Co.", "Polder Pumps",
		"Juniper Freight", "Mosaic Health", "Глобус Логистика", "星河科技", "さくら設計", "شركة النخيل", "Ostrava Optics", "Cobalt Orchard",
		"\"Second Desk\" Studio", "Riverbend Analytics", "Hummingbird Payroll", "Atlas Verte", "Winterfell Wines", "Nimbus Rail",
	}
}

func positions() []string {
	return []string{
		"Head of Operations", "VP Sales, EMEA", "Founder", "Staff Engineer", "Procurement Lead", "Chief of Staff", "Product Manager",
		"Talent Partner", "Data Scientist", "CTO", "Marketing Director", "Regional Manager", "Customer Success Lead", "CFO",
		"UX Researcher", "Supply Chain Analyst", "Leiterin Einkauf", "Directrice générale", "Кофаундер", "产品总监", "Founder / CEO",
		"Plant Manager", "Solutions Architect", "Investor",
	}
}
