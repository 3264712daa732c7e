"""Real towns with their area codes, for people, companies and telephone numbers that cannot ring."""

from dataclasses import dataclass

from netfiles.example.words import parted


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    code: str  # area code; "" abroad
    streets: tuple[str, ...] = ("Main Street", "Maple Avenue", "Mill Lane", "Canal Street")
    zip: str = ""


TOWNS: tuple[tuple[Town, int], ...] = (
    (Town("Northampton, MA", "413", zip="01060"), 7),
    (Town("Holyoke, MA", "413", zip="01040"), 3),
    (Town("Springfield, MA", "413", zip="01103"), 5),
    (Town("Boston, MA", "617", zip="02110"), 6),
    (Town("Worcester, MA", "508", zip="01608"), 3),
    (Town("Hartford, CT", "860", zip="06103"), 4),
    (Town("Providence, RI", "401", zip="02903"), 2),
    (Town("Albany, NY", "518", zip="12207"), 2),
    (Town("New York, NY", "212", zip="10013"), 3),
    (Town("Brattleboro, VT", "802", zip="05301"), 2),
    (Town("Portland, ME", "207", zip="04101"), 1),
    (Town("Philadelphia, PA", "215", zip="19106"), 1),
    (Town("Chicago, IL", "312", zip="60607"), 1),
    (Town("Denver, CO", "303", zip="80202"), 1),
    (Town("Seattle, WA", "206", zip="98104"), 1),
    (Town("Montréal", "514", ("rue Notre-Dame", "avenue du Parc"), "H2Y 1C6"), 2),
    (Town("Toronto", "416", ("Queen Street", "Spadina Avenue"), "M5T 2C7"), 1),
    (Town("São Paulo", "", ("Rua Augusta",)), 1),
    (Town("Lisbon", "", ("Rua da Prata",)), 1),
    (Town("Oslo", "", ("Storgata",)), 1),
    (Town("Berlin", "", ("Torstraße",)), 1),
    (Town("Lagos", "", ("Broad Street",)), 1),
    (Town("Bengaluru", "", ("Residency Road",)), 1),
)

# Mobile numbers come from wherever someone once lived; used too when a town has none left.
SPARE_CODES: tuple[str, ...] = parted(
    """203 475 603 978 781 339 774 914 845 607 315 585 716 201 609 856 302 410 301 240 703 804 919 704
    404 305 407 813 615 901 216 614 513 317 313 734 414 608 612 651 314 816 402 512 713 214 602 505 801
    503 541 509 253 408 510 650 213 310 619 858 916 604 613 902 403 907 808""",
    " ",
)
