"""What keeps a customer: contact after signing, the tie of the two companies, loyalty, and the value that is delivered."""
