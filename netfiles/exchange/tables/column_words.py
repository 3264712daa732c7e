"""What columns of tables of people are called, in eight languages, and which field each of them is.

A name is compared without case, accents, hyphens and brackets, and without its number and place: `E-Mail 2: Adresse`,
`Telefon (privat)` and `Business Phone 2` are `email adresse`, `telefon` and `phone`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from netfiles.records.read import known_fields

_COLUMNS = """
name: name | full name | display name | contact name | contact | person | complete name | fn | 氏名 | 宛名 | お名前
name: 名前 | 姓名 | vollstandiger name | anzeigename | ansprechpartner | kontakt | kontaktname | nom complet
name: nom a afficher | nom affiche | nombre completo | nombre en pantalla | nombre para mostrar | contacto
name: nome completo | nome visualizzato | nome para exibicao | volledige naam | weergavenaam | naam | nom | nombre
name: nome | mitarbeiter | mitglied | member | employee | participant
first: first name | given name | forename | firstname | christian name | vorname | rufname | prenom | nombre de pila
first: primer nombre | nome proprio | primeiro nome | voornaam | roepnaam | nome di battesimo | 名 | first
middle: middle name | additional name | middle names | second name | weitere vornamen | zweiter vorname
middle: deuxieme prenom | segundo nombre | nome do meio | secondo nome | tussenvoegsel | tweede voornaam | middle
last: last name | surname | family name | lastname | familyname | nachname | familienname | zuname | nom de famille
last: apellido | apellidos | sobrenome | ultimo nome | cognome | achternaam | familienaam | apelidos | 姓 | last
prefix: name prefix | prefix | honorific prefix | salutation | anrede | civilite | tratamiento | trattamento
prefix: aanhef | pronome di cortesia
suffix: name suffix | suffix | honorific suffix | suffixe | sufijo | sufixo | suffisso | achtervoegsel
suffix: namenszusatz
aliases: aliases | alias | nickname | nick name | nicknames | also known as | spitzname | surnom | apodo
aliases: soprannome | bijnaam | roepnamen
company: company | organization | organisation | employer | company name | organization name | work company | firm
company: account name | current company | current employer | firma | unternehmen | arbeitgeber | firmenname
company: organisationsname | societe | entreprise | employeur | empresa | compania | organizacion | organizacao
company: empregador | azienda | societa | ditta | organizzazione | datore di lavoro | bedrijf | organisatie
company: werkgever | bedrijfsnaam | 会社名 | 会社 | 勤務先
title: job title | title | position | role | occupation | jobtitle | work title | current position | current title
title: function | profession | organization title | headline | beruf | funktion | stelle | berufsbezeichnung
title: stellenbezeichnung | poste | fonction | titre | intitule du poste | puesto | cargo | titulo | funcao
title: qualifica | titolo | posizione | ruolo | funzione | functie | functietitel | 役職
emails: email | emails | email address | email addresses | mail | mail address | primary email | secondary email
emails: emailaddress | contact email | email adresse | mailadresse | email adressen | primare email adresse
emails: sekundare email adresse | courriel | adresse email | adresse de messagerie | adresse electronique | correo
emails: correo electronico | direccion de correo electronico | endereco de email | indirizzo email
emails: posta elettronica | emailadres | メールアドレス | メール | email value | value email
phones: phone | phones | phone number | telephone | telephone number | tel | mobile | mobile phone | cell
phones: cell phone | cellphone | mobile number | primary phone | whatsapp | landline | phone numbers | main phone
phones: telefon | telefonnummer | telefonnummern | festnetz | handy | handynummer | mobil | mobiltelefon
phones: mobilnummer | haupttelefon | rufnummer | autotelefon | car phone | numero de telephone | portable
phones: telephone portable | telephone mobile | tel mobile | telefono | telefono movil | movil | celular
phones: numero de telefono | telefone | telemovel | telefone celular | fone | numero de telefone | cellulare
phones: numero di telefono | telefoon | telefoonnummer | mobiel | gsm | mobiele telefoon | tel会社 | tel部門
phones: tel直通 | 携帯電話 | 電話番号 | 電話 | 携帯 | mobil tel nr
links: link | links | url | website | web site | web page | personal web page | homepage | home page | web | profile
links: profile url | linkedin | linked in | linkedin url | linkedin profile | linkedin profile url | profile link
links: github | twitter | x profile | blog | website profile | website blog | website page | xing | mastodon
links: profil | profil url | webseite | internetseite | internet | site web | page web | site internet | pagina web
links: sitio web | perfil | pagina da web | site | sito web | sito | profilo | webpagina | websitepagina | profiel
links: facebook | instagram
location: location | based in | place | region lived | wohnort | standort | localisation | ubicacion | localizacao
location: localita | locatie | woonplaats
addresses: address | addresses | postal address | mailing address | full address | anschrift | adresse
addresses: postanschrift | adresse postale | direccion | endereco | morada | indirizzo | adres | 住所
street: street | street address | address line | strasse | strasse und hausnummer | rue | calle | rua
street: indirizzo stradale | straat
extended: extended address | address extended | adresszusatz
box: po box | address po box | postfach | postbus | boite postale
city: city | town | locality | ort | stadt | ville | ciudad | cidade | citta | plaats | stad | localidad
region: state | region | province | county | bundesland | bundesland kanton | kanton | departement | dep region
region: etat | provincia | estado | regione | provincie | provincia o estado
postcode: postal code | zip | zip code | postcode | zipcode | plz | postleitzahl | code postal | codigo postal | cep
postcode: cap | codice postale | 郵便番号
country: country | country region | land | land region | pays | pays region | pais | pais region | pais o region
country: regiao pais | paese | nazione | paese regione
birthday: birthday | birth date | birthdate | date of birth | dob | born | geburtstag | geburtsdatum | geboren
birthday: date de naissance | anniversaire | cumpleanos | fecha de nacimiento | aniversario | data de nascimento
birthday: compleanno | data di nascita | verjaardag | geboortedatum | 誕生日
birth year: birth year | geburtsjahr | annee de naissance | ano de nacimiento | ano de nascimento | anno di nascita
birth year: geboortejaar
birth month: birth month | geburtsmonat | mois de naissance | mes de nacimiento | mes de nascimento
birth month: mese di nascita
birth day: birth day | jour de naissance | dia de nacimiento | dia de nascimento | giorno di nascita
notes: notes | note | comment | comments | remarks | description | info | memo | notizen | notiz | bemerkung
notes: bemerkungen | kommentar | kommentare | anmerkungen | commentaire | commentaires | remarque | remarques
notes: notas | nota | comentarios | observaciones | observacoes | osservazioni | commenti | opmerkingen | notities
notes: summary | メモ | 備考
tags: tags | tag | labels | label | groups | group | categories | category | group membership | keywords
tags: kategorien | kategorie | gruppe | gruppen | schlagworter | stichworter | etiquettes | categorie | groupe
tags: groupes | etiquetas | categorias | grupos | grupo | etichette | gruppi | categorieen | groepen
relation: relation | relationship | beziehung | how we know each other | relacion | relacao | relazione | relatie
met_on: met on | first met | date met | kennengelernt | kennengelernt am | 名刺交換日
met_at: met at | where we met | how we met | kennengelernt bei | wo kennengelernt
introduced_by: introduced by | referred by | vorgestellt von | empfohlen von
past_companies: past companies | former companies | previous company | previous employer
uid: uid | contact id | record id | external id | id
-: email type | email display name | email typ | email angezeigter name | internet free busy | directory server
"""
_PLACES = """
work: business | work | office | geschaftlich | dienstlich | beruflich | bureau | professionnel | professionnelle
work: trabajo | oficina | trabalho | comercial | lavoro | ufficio | werk | zakelijk
home: home | private | personal | privat | zuhause | domicile | prive | privee | perso | casa | particular | pessoal
home: thuis
other: other | weitere | weiterer | weiteres | autre | otro | otra | outro | outra | altro | altra | overig
main: main | primary | secondary
"""
_SAY_NOTHING = """
gender: unspecified | nicht angegeben
priority: normal
sensitivity: normal
private: false | falsch | normal | no
prioritat: normal
vertraulichkeit: normal
privat: aus | falsch
"""

PARTS_OF_NAME = ("first", "middle", "last", "prefix", "suffix")
PARTS_OF_ADDRESS = ("street", "extended", "box", "city", "region", "postcode", "country")
PARTS_OF_BIRTHDAY = ("birth year", "birth month", "birth day")
FIELDS = (*known_fields("person"), *PARTS_OF_NAME, *PARTS_OF_ADDRESS, *PARTS_OF_BIRTHDAY, "notes", "kept", "-")
"""What a column may be said to be."""


class Meant(NamedTuple):
    """What the name of a column says: its words without number and place, and the place (`work`, `home`, `other`)."""

    words: str
    place: str = ""


@lru_cache(20_000)
def normal(name: str) -> str:
    """A name of a column as it is compared."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z0-9])|/(?:in|[a-z]{1,2})\b", " ", re.sub(r"\b[Ee]-[Mm]", "em", name))
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", bare.casefold())).split())


def meant(name: str) -> Meant:
    """The words of a column's name without its number, and its place."""
    all_words = normal(name).split()
    words = [word for word in all_words if word not in _PLACE and not word.isdecimal()]
    place = next((_PLACE[word] for word in all_words if word in _PLACE), "")
    return Meant(" ".join(words), place)


@lru_cache(20_000)
def field_of(name: str) -> str:
    """The field that a column is by its name; empty where the name says nothing."""
    written = name.strip().casefold()
    if "_" in written and written in known_fields("person"):
        return written
    words = meant(name).words
    if no_call(words):
        return "kept"
    return next((found for word in (normal(name), words) if (found := _NAMED.get(word) or _NAMED.get(_key(word)))), "")


def no_call(called: str) -> bool:
    """Whether a number of that name is none that people call."""
    return any(word in called.casefold() for word in ("fax", "pager", "telex"))


def says_nothing(name: str, text: str) -> bool:
    """Whether a cell holds what its program writes where nobody said anything."""
    return text.casefold() in _EMPTY.get(normal(name), ())


def _key(name: str) -> str:
    """Names that differ in blanks only are the same: `Zip Code`, `ZipCode`."""
    return normal(name).replace(" ", "")


def _table(text: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for line in text.strip().splitlines():
        field, _, words = line.partition(": ")
        table.setdefault(field, []).extend(word.strip() for word in words.split("|"))
    return table


_PLACE = {normal(word): place for place, words in _table(_PLACES).items() for word in words}
_NAMED = {normal(word): field for field, words in _table(_COLUMNS).items() for word in words}
_NAMED = {_key(word): field for word, field in reversed(_NAMED.items())} | _NAMED
_EMPTY = {normal(name): frozenset(words) for name, words in _table(_SAY_NOTHING).items()}
