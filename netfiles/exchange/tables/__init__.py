"""Tables of people: LinkedIn, Google, Outlook and any other, as text, workbook or zip."""
