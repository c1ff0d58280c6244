PROFILE MATCH (p:Person) RETURN count(p)
