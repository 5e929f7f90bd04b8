"""German function words, so that a list of frequent words shows what texts are about.

Our own list by word class; lower case, whole inflection. Modal and auxiliary verbs are in, because they
carry grammar; negation is in too (`language.speech.is_negated` asks for it where it matters). Verbs of
saying are not: who reports how is content here.
"""

_ARTICLES = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser
diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem welcher welche
welches welchen welchem solcher solche solches solchen solchem derselbe dieselbe dasselbe derjenige
diejenige dasjenige denjenigen derjenigen mancher manche manches manchen manchem alle allem allen aller
alles beide beiden beider einige einigen einiger einiges etliche mehrere mehreren mehrerer viele vielen
vieler vieles wenige wenigen weniger sämtliche
"""
_PRONOUNS = """
ich mich mir meiner du dich dir er ihn ihm sie ihr ihnen es wir uns euch man jemand jemanden jemandem
niemand niemanden niemandem etwas nichts wer wen wem wessen was selbst selber sich einander mein meine
meinen meinem meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines ihre ihren
ihrem ihrer ihres unser unsere unseren unserem unserer euer eure euren deren dessen denen
"""
_PREPOSITIONS = """
ab an am ans auf aufs aus außer außerhalb bei beim bis binnen durch durchs entlang für fürs gegen
gegenüber hinter in im ins infolge innerhalb laut mit mithilfe mittels nach neben ohne per pro seit statt
anstatt trotz über übers um ums unter unterm vom von vor vorm während wegen wider zu zufolge zugunsten
zum zur zwischen samt nahe hinsichtlich bezüglich angesichts aufgrund anhand anlässlich
"""
_CONJUNCTIONS = """
aber als also bevor da dadurch dafür damit dann dass denn dennoch deshalb deswegen doch ehe falls indem
indes je jedoch nachdem ob obwohl oder sobald sodass sofern solange somit sondern sowie sowohl sonst und
weder noch weil wenn wenngleich wie wobei wodurch wofür womit worauf woraus worin worüber wovon wozu
zumal zwar daher daran darauf daraus darin darüber darum darunter davon davor dazu dagegen dahinter
daneben dabei hierzu hierbei hiermit
"""
_ADVERBS = """
auch bereits besonders bisher bislang bloß da dabei damals derzeit dort ebenfalls ebenso eben einmal erst
erneut etwa fast freilich ganz gar genau genug gerade gern gleichzeitig hier hin her heute immer immerhin
inzwischen irgendwie ja jetzt kaum lange längst lediglich los mal mehr mehrfach meist meisten mindestens
möglich möglicherweise nämlich nie niemals nicht nun nur oft ohnehin rund schließlich schon sehr seitdem
seither sogar so sofort stets teils teilweise überhaupt ungefähr viel vielleicht vielmehr voll vorerst
vorher wann warum weit weiter weiterhin wenig weitgehend wieder wiederum wirklich wo woher wohin wohl
ziemlich zudem zuerst zugleich zuletzt zunächst zurück zusammen allerdings allein anders andere anderen
anderer anderes anderem daheim demnach demzufolge außerdem insgesamt insbesondere jedenfalls ferner
dagegen hinzu hingegen trotzdem ebensowenig sozusagen bzw usw etc ca zb dh sog dr prof nr st ff vgl
eigentlich eher einfach natürlich offenbar
"""
_AUXILIARIES = """
bin bist ist sind seid war waren warst sei seien wäre wären gewesen sein habe hast hat haben habt hatte
hatten hätte hätten gehabt werde wirst wird werden werdet wurde wurden würde würden worden geworden kann
kannst können könnt konnte konnten könne könnte könnten gekonnt muss musst müssen müsst musste mussten
müsse müsste müssten soll sollst sollen sollt sollte sollten solle will willst wollen wollt wollte
wollten wolle darf darfst dürfen dürft durfte durften dürfe dürfte dürften mag mögen möge möchte möchten
mochte mochten lassen lässt ließ ließen lasse
"""
_NUMERALS = """
eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf erste ersten erster erstes zweite zweiten
dritte dritten halb hundert tausend
"""

STOPWORDS = frozenset(
    " ".join([_ARTICLES, _PRONOUNS, _PREPOSITIONS, _CONJUNCTIONS, _ADVERBS, _AUXILIARIES, _NUMERALS]).split()
)
"""Function words in lower case; ask with ``word.lower() in STOPWORDS``."""
