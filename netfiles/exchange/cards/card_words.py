"""The words by which lines of a business card are told apart: titles, companies, streets, countries, labels."""

import re

TITLES = re.compile(
    r"""\b(?:
    manager|director|engineer|head\s?of|chief|c[efitomps]o|vp|vice\s?president|president|consultant|analyst|designer|
    developer|scientist|professor|prof|lecturer|researcher|founder|co-?founder|owner|partner|principal|lead|officer|
    architect|coordinator|specialist|administrator|assistant|associate|advis[eo]r|attorney|lawyer|counsel|accountant|
    auditor|editor|journalist|photographer|producer|recruiter|sales|marketing|strategist|supervisor|technician|
    trainer|teacher|therapist|nurse|physician|surgeon|broker|agent|planner|buyer|controller|executive|representative|
    programmer|writer|translator|economist|chemist|biologist|physicist|curator|librarian|pharmacist|fellow|intern|
    secretary|treasurer|chair(?:man|woman|person)?|dean|staff|senior|junior|product\sowner|scrum\smaster|
    leiter(?:in)?|geschäftsführer(?:in)?|geschäftsführung|ingenieur(?:in)?|entwickler(?:in)?|berater(?:in)?|
    vorstand|vertrieb|einkauf|prokurist(?:in)?|referent(?:in)?|sachbearbeiter(?:in)?|projektleiter(?:in)?|
    abteilungsleiter(?:in)?|wissenschaftler(?:in)?|architekt(?:in)?|rechtsanwalt|rechtsanwältin|steuerberater(?:in)?|
    inhaber(?:in)?|assistenz|professor(?:in)?|
    direct(?:eur|rice)|ingénieure?|responsable|chef(?:fe)?\sde|chargée?\sde|gérante?|avocate?|fondat(?:eur|rice)|
    présidente?|consultante?|développeu(?:r|se)|associée?|
    director[ae]?|gerente|ingenier[oa]|jef[ea]\sde|responsabile|fondatore|consulente|ingegnere|direttore|direttrice|
    presidente|abogad[oa]|coordinador[a]?|socio|
    directeur|adviseur|ontwikkelaar|hoofd|eigenaar|verkoop|utvecklare|chef|konsult|ingenjör|johtaja|kierownik
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
TITLES_GLUED = re.compile(
    r"manager|director|engineer|headof|consultant|analyst|designer|developer|scientist|officer|architect|president|"
    r"leiter|führer|ingenieur|entwickler|berater|directeur|directrice|ingénieur|responsable",
    re.IGNORECASE,
)
"""The same where the spaces were lost, or where words are compounds."""
TITLES_JAPANESE = re.compile(
    "代表取締役|取締役|社長|会長|専務|常務|部長|課長|係長|主任|室長|所長|店長|本部長|次長|局長|理事|教授|講師|研究員|"
    "エンジニア|マネージャ|デザイナ|ディレクタ|プロデューサ|コンサルタント|アナリスト|弁護士|税理士|公認会計士|秘書|担当|顧問|主査|主幹"
)

COMPANIES = re.compile(
    r"""(?:^|[\s,&])(?:
    inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|group|holdings?|gmbh|mbh|ag|kg|ohg|ug|e\.?\s?v|
    s\.?a|s\.?a\.?s|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|a/s|aps|oy|oyj|ab|asa|sp\.?\s?z\s?o\.?\s?o|kft|
    pty|pte|k\.?k|labs?|laborator(?:y|ies)|partners|studios?|bank|university|universität|université|universidad|
    universiteit|college|institut[eo]?|hospital|klinik|foundation|stiftung|association|society|agency|agentur|
    consulting|solutions|systems|technologies|technology|instruments|industries|services|software|ventures|capital|
    networks?|associates|energy|health|media|works|center|centre|museum|ministry|ministerium|council|hochschule|
    & \s? co | \+ \s? partner
    )\.?(?=$|[\s,.&)])""",
    re.VERBOSE | re.IGNORECASE,
)
COMPANIES_JAPANESE = re.compile(
    "株式会社|有限会社|合同会社|合資会社|大学|銀行|研究所|病院|財団|協会|事務所|学校|法人|グループ|商事|製作所"
)
DEPARTMENTS = re.compile(
    r"\b(?:department|dept|division|abteilung|bereich|faculty|fakultät|département|team|unit|office\sof)\b|"
    "(?:事業部|営業部|開発部|総務部|人事部|企画部|技術部|部門|営業所|支店)$",
    re.IGNORECASE,
)

STREETS = re.compile(
    r"""(?:
    \b(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|square|sq|place|pl|terrace|way|
    highway|hwy|parkway|pkwy|quay|row|crescent|close|suite|ste|floor|fl|p\.?\s?o\.?\sbox|postfach|building|bldg|
    rue|allée|chemin|quai|impasse|calle|avda|avenida|paseo|plaza|via|viale|piazza|corso|rua|laan|plein|gracht|
    ulica|ul|aleja)\b\.?|
    (?:straße|strasse|str|weg|platz|allee|gasse|ufer|damm|ring|straat|gatan|vägen|gata|vej|katu|tie)\b\.?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
POSTCODES = re.compile(
    r"""(?:
    \b[A-Z]{2}\s\d{5}(?:-\d{4})?\b |                      # MA 01002
    \b(?:[A-Z]{1,2}-)?\d{4,5}\s+[^\W\d][^\W\d]+ |          # 10115 Berlin, D-10115 Berlin, 8001 Zürich
    \b\d{4}\s?[A-Z]{2}\s+[^\W\d]+ |                        # 1012 AB Amsterdam
    \b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b |                # SW1A 1AA
    \b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b |                         # K1A 0B1
    \b\d{3}\s?\d{2}\s+[^\W\d]{3,} |                        # 111 22 Stockholm
    (?<![\d-])〒?\s?\d{3}-\d{4}(?![\d-])(?=.*[^\W\d_a-zA-Z]|$)          # 〒100-0001 東京都
    )""",
    re.VERBOSE,
)
PLACES_JAPANESE = re.compile(
    "〒|[都道府県].*[市区町村郡]|[市区町村].*\\d|丁目|番地|[0-9]+-[0-9]+-[0-9]+.*(?:ビル|階|F)|東京都|大阪府|京都府|北海道"
)
COUNTRIES = frozenset(
    "germany deutschland france austria österreich switzerland schweiz suisse italy italia spain españa portugal"
    " netherlands nederland belgium belgique belgië luxembourg denmark danmark sweden sverige norway norge finland"
    " suomi poland polska czechia ireland usa u.s.a. us canada mexico méxico brazil brasil japan china india australia"
    " singapore england scotland wales uk u.k. iceland hungary romania greece turkey israel estonia latvia lithuania"
    " 日本".split()
) | {"united kingdom", "united states", "united states of america", "new zealand", "south africa", "south korea"}

PHONE_LABELS = re.compile(
    r"""(?:^|(?<=[\s,;|/·•]))(?P<label>
    phone|telephone|tel|mobile|mobil|mob|cell|office|direct|main|work|home|fon|telefon|handy|téléphone|tél|portable|
    móvil|teléfono|telefono|cellulare|gsm|fax|telefax|télécopie|zentrale|durchwahl|t|p|m|c|f|o|d|h|電話|携帯電話|携帯|ファックス
    )(?:\s?(?:phone|no|nr|number|/\s?fax))?\s?[.:．：]?\s?(?=[+(（０-９\d])""",
    re.VERBOSE | re.IGNORECASE,
)
FAX = frozenset(("fax", "telefax", "f", "télécopie", "ファックス"))

NAME_MARKS = frozenset(
    "dr prof mr mrs ms mx sir phd ph.d md m.d mba msc bsc ma ba jd esq cpa pe pmp dipl.-ing dipl ing mag rer nat med"
    " habil jr sr ii iii".split()
)
"""What stands beside a name."""
PARTICLES = frozenset(
    "van von der den de da di du la le del della dos das ten ter zu zum af av bin ibn al el y".split()
)

FREE_MAIL = frozenset(
    "gmail googlemail yahoo outlook hotmail icloud me live msn aol gmx web t-online proton protonmail posteo mailbox"
    " fastmail free orange laposte yandex qq 163 docomo ezweb softbank".split()
)
"""Hosts of mail that are nobody's company."""
