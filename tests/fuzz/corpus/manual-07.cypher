MATCH p = (:Writer {name: 'Mary'})-->()-->() RETURN [n IN nodes(p) | n.name] AS names, length(p)
