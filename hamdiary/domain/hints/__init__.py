"""When to ring the vet: what the nights show, rule by rule (domain §6). Never a diagnosis."""
