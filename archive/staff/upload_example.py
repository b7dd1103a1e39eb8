"""A small CSV file of records for staff to begin with: one letter, invented."""

EXAMPLE = (
    "source_id,title,kind,date,sender,recipient,origin,destination,subjects,"
    "text:zh,text:zh:kind,text:en,text:en:translated_from,text:en:translators,"
    "held:1:repository,held:1:reference,held:1:texts,rights:note\r\n"
    "example-1,A letter about the harvest,letter,1950-01-22,Wang Example,Li Example,"
    "Shenyang,Beijing,Harvest | Transport,"
    "今年收成很好。,original,The harvest is good this year.,zh,Chen Example,"
    'Example Provincial Archive,"fond 45, opis 1, delo 334, list 22",zh,'
    "Example: free to use with attribution.\r\n"
)
