package lists

// Format is a kind of list, told by its header.
type Format string

// The formats that are read.
const (
	FormatNone             Format = ""
	FormatCordial          Format = "cordial" // what this program exports
	FormatGoogle           Format = "google"
	FormatApollo           Format = "apollo"
	FormatEvaboot          Format = "evaboot"
	FormatPhantomBuster    Format = "phantombuster"
	FormatKondo            Format = "kondo"
	FormatHubSpot          Format = "hubspot"
	FormatSalesforce       Format = "salesforce"
	FormatLinkedInContacts Format = "linkedin-contacts" // Contacts.csv, ImportedContacts.csv: uploaded address books
	FormatLinkedInNotes    Format = "linkedin-notes"    // Notes.csv: the member's own notes on connections
	FormatVCard            Format = "vcard"
	FormatCSV              Format = "csv" // any other table with a name and an address or a company
)

// String is the format as people call it.
func (f Format) String() string {
	switch f {
	case FormatCordial:
		return "Cordial"
	case FormatGoogle:
		return "Google Contacts"
	case FormatApollo:
		return "Apollo"
	case FormatEvaboot:
		return "Evaboot"
	case FormatPhantomBuster:
		return "PhantomBuster"
	case FormatKondo:
		return "Kondo"
	case FormatHubSpot:
		return "HubSpot"
	case FormatSalesforce:
		return "Salesforce"
	case FormatLinkedInContacts:
		return "LinkedIn's uploaded contacts"
	case FormatLinkedInNotes:
		return "LinkedIn's notes"
	case FormatVCard:
		return "vCard"
	case FormatCSV:
		return "CSV"
	default:
		return "unknown"
	}
}

// signature is a set of columns, squashed, that together only one format has.
type signature struct {
	format  Format
	columns []string
}

// signatures lists them, the more telling ones first.
func signatures() []signature {
	return []signature{
		{FormatCordial, []string{"name", "linkedinurl", "openprofile", "connectedon", "contactid"}},
		{FormatLinkedInContacts, []string{"firstname", "lastname", "companies", "emails"}},
		{FormatLinkedInContacts, []string{"firstname", "lastname", "maidenname", "emails"}},
		{FormatLinkedInNotes, []string{"connectionprofileurl", "note"}},
		{FormatApollo, []string{"personlinkedinurl"}},
		{FormatEvaboot, []string{"linkedinurlpublic"}},
		{FormatEvaboot, []string{"linkedinurluniqueid"}},
		{FormatPhantomBuster, []string{"profileurl", "vmid"}},
		{FormatPhantomBuster, []string{"profileurl", "defaultprofileurl"}},
		{FormatPhantomBuster, []string{"profileurl", "connectiondegree"}},
		{FormatPhantomBuster, []string{"linkedinprofileurl", "isopenlink"}},
		{FormatPhantomBuster, []string{"linkedinprofileurl", "linkedinprofileslug"}},
		{FormatKondo, []string{"contactlinkedinurl"}},
		{FormatKondo, []string{"contactfirstname", "kondourl"}},
		{FormatGoogle, []string{"givenname", "familyname"}},
		{FormatGoogle, []string{"firstname", "lastname", "fileas"}},
		{FormatGoogle, []string{"firstname", "lastname", "phoneticfirstname"}},
		{FormatGoogle, []string{"email#label", "email#value"}},
		{FormatHubSpot, []string{"recordid", "email"}},
		{FormatHubSpot, []string{"lifecyclestage", "email"}},
		{FormatSalesforce, []string{"leadsource", "lastname"}},
		{FormatSalesforce, []string{"leadid", "lastname"}},
		{FormatSalesforce, []string{"accountname", "lastname"}},
	}
}
