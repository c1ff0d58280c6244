// Who is the oldest?
match (p:Person) /* any person */ return p.name as `the oldest` order by p.born limit 1
