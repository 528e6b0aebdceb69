"""What holds the methods together: the chain from a finding to what we ask for, its gaps, questions and openers."""
