CREATE TABLE sources (
  number INTEGER PRIMARY KEY, doc TEXT NOT NULL, publisher TEXT, title TEXT, url TEXT, published TEXT, language TEXT
);
CREATE TABLE claims (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, topic TEXT NOT NULL,
  number REAL, low REAL, high REAL, modifier TEXT NOT NULL, unit TEXT,
  edtf TEXT, earliest TEXT, latest TEXT, inferred TEXT, explain TEXT,
  subject_noun TEXT, subject_group TEXT, subject_actor TEXT, subject_target TEXT, subject_place TEXT, subject_of TEXT,
  subject_inferred TEXT,
  time_edtf TEXT, time_earliest TEXT, time_latest TEXT, time_modifier TEXT, time_inferred TEXT, time_explain TEXT,
  speaker TEXT, cue TEXT, stance TEXT NOT NULL,
  text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL,
  rule TEXT NOT NULL, confidence REAL NOT NULL,
  source INTEGER NOT NULL REFERENCES sources (number)
);
CREATE TABLE findings (
  id TEXT PRIMARY KEY, topic TEXT NOT NULL, verdict TEXT NOT NULL, severity REAL NOT NULL,
  title TEXT NOT NULL, question TEXT NOT NULL, unit TEXT, "group" TEXT, actor TEXT, target TEXT, place TEXT, time TEXT
);
CREATE TABLE answers (
  finding TEXT NOT NULL REFERENCES findings (id), number INTEGER NOT NULL,
  low ANY, high ANY, words TEXT NOT NULL, sources INTEGER NOT NULL, origins INTEGER NOT NULL,
  PRIMARY KEY (finding, number)
);
CREATE TABLE answer_claims (
  finding TEXT NOT NULL, answer INTEGER NOT NULL, position INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claims (id),
  PRIMARY KEY (finding, answer, position),
  FOREIGN KEY (finding, answer) REFERENCES answers (finding, number)
);
CREATE TABLE relations (
  finding TEXT NOT NULL, "left" INTEGER NOT NULL, "right" INTEGER NOT NULL, position INTEGER NOT NULL,
  verdict TEXT NOT NULL, ratio REAL, reason TEXT NOT NULL, claimants TEXT NOT NULL, internal INTEGER NOT NULL,
  explanation TEXT NOT NULL,
  PRIMARY KEY (finding, position),
  FOREIGN KEY (finding, "left") REFERENCES answers (finding, number),
  FOREIGN KEY (finding, "right") REFERENCES answers (finding, number)
);
CREATE INDEX claims_topic ON claims (topic, kind);
CREATE INDEX claims_source ON claims (source);
CREATE INDEX claims_place ON claims (subject_place);
CREATE INDEX sources_doc ON sources (doc);
CREATE INDEX sources_publisher ON sources (publisher);
CREATE INDEX findings_verdict ON findings (verdict, severity DESC);
CREATE INDEX findings_topic ON findings (topic);
CREATE INDEX answer_claims_claim ON answer_claims (claim);
CREATE INDEX relations_verdict ON relations (verdict);
CREATE VIEW conflicts AS
  SELECT id, verdict, severity, topic, title FROM findings
  WHERE verdict IN ('contradiction', 'tension') ORDER BY severity DESC, id;
CREATE VIEW quotes AS
  SELECT f.id AS finding, f.verdict, f.severity, f.title AS question, a.number AS answer, a.words AS value,
         coalesce(s.publisher, s.doc) AS source, s.published, c.speaker, c.text AS words, c.sentence, s.url, c.id AS claim
  FROM answer_claims ac
  JOIN answers a ON a.finding = ac.finding AND a.number = ac.answer
  JOIN findings f ON f.id = ac.finding
  JOIN claims c ON c.id = ac.claim
  JOIN sources s ON s.number = c.source
  ORDER BY f.severity DESC, f.id, a.number, ac.position;
CREATE VIEW disagreements AS
  SELECT coalesce(s1.publisher, s1.doc) AS one, coalesce(s2.publisher, s2.doc) AS other, r.verdict,
         count(DISTINCT r.finding) AS findings
  FROM relations r
  JOIN answer_claims a1 ON a1.finding = r.finding AND a1.answer = r."left"
  JOIN answer_claims a2 ON a2.finding = r.finding AND a2.answer = r."right"
  JOIN claims c1 ON c1.id = a1.claim JOIN sources s1 ON s1.number = c1.source
  JOIN claims c2 ON c2.id = a2.claim JOIN sources s2 ON s2.number = c2.source
  WHERE r.verdict IN ('contradiction', 'tension')
  GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2;
