"""Given and family names by culture; "美咲=Misaki" is a name in its own script with its romanised form."""

from dataclasses import dataclass

from netfiles.example.words import parted


@dataclass(frozen=True, slots=True)
class Culture:
    weight: int
    given: tuple[str, ...]
    family: tuple[str, ...]
    pattern: str = "{given} {family}"
    middle: tuple[str, ...] = ("",)
    doubles: bool = False  # may join two family names with a hyphen


def _culture(
    weight: int, given: str, family: str, pattern: str = "{given} {family}", middle: str = "", doubles: bool = False
) -> Culture:
    return Culture(weight, parted(given, ","), parted(family, ","), pattern, parted(middle, ",") or ("",), doubles)


_CURLY = "\u2019"  # the typographic apostrophe, which phones and word processors write

CULTURES: tuple[Culture, ...] = (
    _culture(
        7,
        """Elizabeth, William, Margaret, Thomas, Hannah, Marcus, Abigail, Theodore, Priscilla,
            Graham, Naomi, Calvin, Josephine, Desmond, Ruth, Everett, Tamsin, Leland, Harriet, Quentin,
            Beatrice, Clark, Rosalind, Wendell, Imogen, Darnell, Keisha, Latoya, Terrence, Winona""",
        """Ashworth, Pemberton, Caldwell, Whitlock, Farnsworth, Greaves, Holloway, Tuttle,
            Beckwith, Langley, Marsden, Oakes, Penrose, Rutledge, Stoddard, Thackeray-Bell, Upchurch,
            Van Houten, Wexley, Yardley, Booker, Freeman, Gaines, Merriweather, St. Clair""",
        doubles=True,
    ),
    _culture(
        3,
        """Siobhán, Aoife, Cormac, Niamh, Declan, Gráinne, Eoin, Fionnuala, Rory, Máiréad, Ewan,
            Catriona, Hamish, Iona, Seán""",
        f"""O'Brien, O{_CURLY}Malley, D'Arcy, Mac Giolla, Ní Dhomhnaill, McAllister, Ó Súilleabháin,
            Fitzgerald, Gallagher, MacLeod, O'Shaughnessy, Kinsella, Lafferty, McTavish""",
    ),
    _culture(
        3,
        """Maria, João, Beatriz, Tiago, Inês, Rafael, Conceição, Vítor, Luísa, Gonçalo, Mariana,
            Otávio, Fátima, Caetano, Joaquim""",
        """Silva, dos Santos, Gonçalves, Araújo, de Oliveira, Magalhães, Simões, Brandão, Falcão,
            Lourenço, Peixoto, da Conceição, Quintão, Vasconcelos""",
    ),
    _culture(
        3,
        """Francisco, Lucía, José, Begoña, Martín, Ximena, Íñigo, Rocío, Andrés, Guadalupe, Álvaro,
            Socorro, Joaquín, Belén, Nicolás, Yesenia""",
        """Muñoz, de la Cruz, Ibáñez, Peñalver, Zúñiga, Echeverría, Cárdenas, Villaseñor, Ordóñez,
            Barrientos, del Río, Castañeda, Quiñones, Arriaga""",
        doubles=True,
    ),
    _culture(
        2,
        """Anaïs, Benoît, Chloé, Étienne, Françoise, Jérôme, Zoé, Loïc, Hélène, Jean-Baptiste,
            Marie-Ève, Rémi, Solène, Thibault""",
        """Lefèvre, d'Aubigny, Bélanger, de Villeneuve, Saint-Onge, Garçon, Côté, L'Écuyer, Forêt,
            Boisvert, Maître, Du Plessis, Crête, Gagné""",
        doubles=True,
    ),
    _culture(
        3,
        """Johannes, Käthe, Maximilian, Jürgen, Ännchen, Lotte, Dietrich, Wiebke, Götz, Ursula,
            Maarten, Saskia, Joost, Anneke, Friederike, Sjoerd""",
        """van der Berg, von Rautenfeld, Müller-Lüdenscheidt, Großmann, ten Haaf, Weißhaupt, Jäger,
            van 't Hoff, Schönfelder, de Ruyter, Krüger, zu Solbach, Vandenbossche, Böttcher""",
    ),
    _culture(
        3,
        """Åsa, Bjørn, Sigrún, Torbjörn, Øyvind, Maja-Lisa, Søren, Þórdís, Päivi, Jørgen, Linnéa,
            Eirík, Aino, Håkon, Solveig, Väinö""",
        """Ångström, Bjørklund, Guðmundsdóttir, Søndergaard, Mäkelä, Øvergård, Lindqvist, Hämäläinen,
            Ægisson, Strømme, Nyström, Kjærgaard, Sjöberg, Þorvaldsson""",
    ),
    _culture(
        4,
        """Katarzyna, Łukasz, Aleksandra, Bohdan, Zdeněk, Jiřina, Oksana, Mirosław, Đorđe, Snežana,
            Ondřej, Małgorzata, Živa, Taras, Władysława, Ágnes, Gergő, Boglárka""",
        """Wiśniewska, Dvořák, Kovalchuk, Đurić, Jabłoński, Šimůnek, Hrushevsky, Černý, Żółkiewska,
            Novotná, Žižek-Mlakar, Petrenko, Młynarczyk, Szőllősi, Kőszegi""",
    ),
    _culture(
        2,
        """Ayşe, Çağlar, Gökhan, İpek, Işıl, Mehmet, Şebnem, Ümit, Yağmur, Doğukan, Nilgün, Özge,
            Eleftheria, Panagiotis, Gül""",
        """Yıldız, Öztürk, Çelik, Şahin, Karadağ, Gündoğdu, Işıkçı, Kılıç, Aydınoğlu, Bağcı,
            Papadimitriou, Arslanoğlu, Güneş""",
    ),
    _culture(
        2,
        "Mai, Đức, Hương, Khánh, Ngọc, Phúc, Quỳnh, Thảo, Tuấn, Uyên, Vân, Bảo, Châu, Dũng",
        "Nguyễn, Trần, Phạm, Đặng, Vũ, Huỳnh, Bùi, Đỗ, Lê, Ngô",
        "{family} {middle} {given}",
        "Minh, Thanh, Ngọc, Kim, Anh, Hoàng",
    ),
    _culture(
        3,
        """Adébáyọ̀, Títílayọ̀, Olúwaṣeun, Yétúndé, Babátúndé, Ṣadé, Fọláṣadé, Ayọ̀délé, Kẹ́hìndé,
            Nia, Chukwuemeka, Ngozi, Adaeze, Ifeanyi, Ọbịnna, Amarachi, Nneka, Uchenna""",
        """Okafor, Adéyẹmí, Ọkọ́nkwọ, Eze, Ògúnlẹ́sì, Nwachukwu, Adéwálé, Nwosu, Balógun, Akíntólá,
            Ezenwa, Ọláníyan, Uzoma, Ìdòwú, Mbah""",
    ),
    _culture(
        2,
        """Layla, Yusuf, Noor, Khalid, Samira, Tariq, Hanan, Idris, Rania, Mahmoud, Zaynab, Bilal,
            Mulugeta, Hiwot, Tigist""",
        """al-Masri, Haddad, ben Youssef, el-Khatib, Abu Zayd, Mansour, al-Rashid, Qabbani,
            bint Saleh, Bouazizi, Darwish, Sa'adeh, Abebe, Tesfaye""",
    ),
    _culture(
        4,
        """Ananya, Rajesh, Priya, Venkatesan, Lakshmi, Arjun, Harpreet, Debjani, Suresh, Meenakshi,
            Vikram, Shalini, Gurdeep, Padmavathi, Imran, Farhana, Nusrat""",
        """Krishnamurthy, Chatterjee, Patel, Subramanian, Gill, Iyer, Bhattacharya, Deshpande,
            Raghunathan, Mukherjee, Sandhu, Kulkarni, Rahman, Venkataraman, Choudhury""",
    ),
    _culture(
        3,
        """Wei, Xiaowen, Jun, Meiling, Haoran, Yuqing, Zhihao, Lan, Ruoxi, Siew Ling, Guowei,
            Shu-fen, Ka-ming, Qiang""",
        "Chen, Wang, Zhang, Lü, Ouyang, Huang, Zheng, Ng, Tsai, Xu, Fung, Goh, Zhao, Sima",
    ),
    _culture(
        2,
        """Misaki, Takeshi, Noriko, Shōta, Ayaka, Ji-woo, Seo-yeon, Min-jun, Eun-ji, Yūki, Haruto,
            Kyung-soo, Chiyoko, Ha-eun""",
        """Tanaka, Ōtsuka, Kim, Park, Nakagawa, Yoon, Satō, Hwang, Fujimori, Seo, Kuroda, Namgung,
            Jeong, Itō""",
    ),
    _culture(
        1,
        "美咲=Misaki, 健太=Kenta, 陽子=Yōko, 翔平=Shōhei, 真由美=Mayumi, 大輔=Daisuke, 千尋=Chihiro",
        "田中=Tanaka, 佐々木=Sasaki, 渡辺=Watanabe, 小野寺=Onodera, 西村=Nishimura, 木村=Kimura",
        "{family} {given}",
    ),
    _culture(
        1,
        "晓雯=Xiaowen, 志强=Zhiqiang, 美玲=Meiling, 建国=Jianguo, 雨桐=Yutong, 思远=Siyuan",
        "王=Wang, 欧阳=Ouyang, 陈=Chen, 林=Lin, 周=Zhou, 许=Xu",
        "{family}{given}",
    ),
    _culture(
        1,
        "지우=Ji-woo, 서연=Seo-yeon, 민준=Min-jun, 은지=Eun-ji, 현우=Hyun-woo, 수빈=Su-bin",
        "김=Kim, 박=Park, 남궁=Namgung, 윤=Yoon, 정=Jeong, 한=Han",
        "{family}{given}",
    ),
    _culture(
        1,
        "Олена=Olena, Дмитро=Dmytro, Ирина=Irina, Стоян=Stoyan, Людмила=Lyudmila, Богдан=Bohdan",
        "Коваленко=Kovalenko, Иванчук=Ivanchuk, Петренко=Petrenko, Шевчук=Shevchuk",
    ),
)

MONONYMS: tuple[str, ...] = parted(
    "Wiratmo, Sutarni, Kusumawati, Tenzin, Rahayu, Pemba, Nurhaliza, Zarathina, Bagaskara, Dolkar", ","
)

LONG_GIVEN: tuple[str, ...] = parted(
    """
    María de los Ángeles Josefina, Karl-Heinz Balthasar Maximilian, Oluwafunmilayo Abosede Iyabode,
    Sri Venkata Lakshmi Narasimha, Anne-Charlotte Philippine Adélaïde, João Sebastião Bernardo""",
    ",",
)
LONG_FAMILY: tuple[str, ...] = parted(
    """
    Fernández-Castañeda y Villaverde, Freiherr von Hohenlinden-Trautmannsdorf, Adéyínká-Ògúnbánjọ Ṣóyínwá,
    Ramanathapuram Gopalakrishnan, de Rochemaure-Beaurepaire, Albuquerque e Castro de Noronha""",
    ",",
)

NICKNAMES: dict[str, str] = {
    "Elizabeth": "Liz", "William": "Bill", "Margaret": "Peggy", "Thomas": "Tom", "Theodore": "Ted",
    "Abigail": "Abby", "Josephine": "Jo", "Priscilla": "Cilla", "Terrence": "Terry", "Beatrice": "Bea",
    "Francisco": "Paco", "José": "Pepe", "Guadalupe": "Lupe", "Joaquín": "Quino", "Nicolás": "Nico",
    "Katarzyna": "Kasia", "Łukasz": "Łuki", "Aleksandra": "Ola", "Małgorzata": "Gosia",
    "Maximilian": "Max", "Johannes": "Hannes", "Friederike": "Rieke", "Torbjörn": "Tobbe",
    "Olúwaṣeun": "Ṣeun", "Chukwuemeka": "Emeka", "Adébáyọ̀": "Bayo", "Títílayọ̀": "Tìtí",
    "Ifeanyi": "Ify", "Noriko": "No", "Venkatesan": "Venky", "Padmavathi": "Padma", "Debjani": "Deb",
    "Eleftheria": "Ria", "Panagiotis": "Panos", "Mariana": "Mari", "Rafael": "Rafa", "Gonçalo": "Gonças",
    "Jean-Baptiste": "JB", "Marie-Ève": "Mève", "Fionnuala": "Nuala", "Máiréad": "Peig",
    "Doğukan": "Doğu", "Kyung-soo": "KS", "Meiling": "Mei", "Samira": "Sam", "Mahmoud": "Moody",
}  # fmt: skip

PLAIN_LETTERS: dict[int, str] = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d",
})  # fmt: skip
