FOREACH (name IN ['Emmy', 'Sofia'] | MERGE (:Mathematician {name: name}));
MATCH (m:Mathematician) RETURN collect(m.name) AS names
