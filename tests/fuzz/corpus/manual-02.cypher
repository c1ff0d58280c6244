MATCH (n:Person&!Writer) RETURN n.name
