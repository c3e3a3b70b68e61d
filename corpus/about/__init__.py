"""What the title block and the first lines say of a document: title, kind, body, number, dates, place."""
