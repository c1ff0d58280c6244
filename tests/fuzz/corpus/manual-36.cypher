MATCH (p:Person)
WHRE p.name = 'Ada'
RETURN p
