"""Several carers: bundles of changes, merging them, joining in, and open questions."""
