"""Industries with the words in their companies' names, their job titles, and what people there talk about."""

from dataclasses import dataclass

from netfiles.example.words import parted


@dataclass(frozen=True, slots=True)
class Trade:
    name: str
    words: tuple[str, ...]
    roles: tuple[str, ...]
    topics: tuple[str, ...]


def _trade(name: str, words: str, roles: str, topics: str) -> Trade:
    return Trade(name, parted(words, ";"), parted(roles, ";"), parted(topics, ";"))


TRADES: tuple[Trade, ...] = (
    _trade(
        "Logistics",
        "Freight; Logistics; Haulage",
        """Operations Manager; Network Planner; Director of Operations; Fleet Analyst;
            Dispatch Supervisor; VP, Supply Chain""",
        """bringing route planning in-house; the move to the new depot; empty miles on the return leg;
            driver retention; the peak-season staffing plan; late trailers at the port""",
    ),
    _trade(
        "Energy",
        "Energy; Power; Solar",
        """Grid Analyst; Head of Planning; Project Developer; Field Operations Lead;
            Energy Storage Engineer; Asset Manager""",
        """permits for the storage site; demand forecasts at half-hour steps; the interconnection queue;
            crew scheduling after storms; spare parts for inverters; the heat pump pilot""",
    ),
    _trade(
        "Food",
        "Foods; Provisions; Dairy",
        """Supply Planner; Plant Manager; Procurement Lead; Quality Manager; Director of Distribution;
            Demand Analyst""",
        """waste in the cold chain; forecasting for school canteens; a second packing line;
            supplier scorecards; the co-op's delivery rounds; shelf-life data""",
    ),
    _trade(
        "Health care",
        "Health; Diagnostics; Care",
        """Clinic Operations Manager; Patient Flow Analyst; Director of Quality; Program Manager;
            Lab Manager; Data Lead""",
        """waiting times in outpatient clinics; couriers between labs; the new scheduling system;
            stock-outs of reagents; home visit routes; no-show predictions""",
    ),
    _trade(
        "Public transport",
        "Transit; Rail; Mobility",
        """Service Planner; Scheduling Manager; Chief of Staff; Data Analyst; Depot Manager;
            Head of Customer Operations""",
        """the bus network redesign; rosters drivers can live with; ridership after the fare change;
            the on-demand van trial; real-time data for stops; winter timetables""",
    ),
    _trade(
        "Software",
        "Analytics; Software; Systems",
        """Product Manager; Solutions Engineer; Customer Success Lead; Data Scientist;
            Engineering Manager; Head of Implementation""",
        """onboarding their first warehouse clients; the planning module; pricing for small fleets;
            how little data customers really have; moving off spreadsheets; a forecasting benchmark""",
    ),
    _trade(
        "Manufacturing",
        "Instruments; Robotics; Tooling",
        """Production Planner; Operations Director; Continuous Improvement Lead; Buyer;
            Site Manager; Industrial Engineer""",
        """changeover times; the second shift; lead times for castings; the new planning board;
            inventory counts nobody trusts; apprenticeships with the college""",
    ),
    _trade(
        "Water",
        "Water; Environmental; Rivers",
        """Works Planner; Asset Data Manager; Director of Field Services; Hydrologist;
            Contracts Manager; Program Officer""",
        """leak detection; planning the pipe replacement; a map of every valve; storm overflow reports;
            night crews; the meter rollout""",
    ),
    _trade(
        "Education",
        "Learning; College; Institute",
        """Career Services Director; Program Coordinator; Lecturer in Operations; Dean of Students;
            Registrar; Partnerships Manager""",
        """evening courses for people between jobs; the alumni mentoring scheme; timetabling rooms;
            internships with local firms; a capstone with real data; enrollment forecasts""",
    ),
    _trade(
        "Non-profit",
        "Trust; Foundation; Commons",
        """Executive Director; Volunteer Coordinator; Grants Manager; Food Bank Operations Lead;
            Community Organizer; Program Analyst""",
        """routes for the food pantry vans; a grant for cold storage; volunteer rosters;
            the board's new strategy; sharing a warehouse; measuring what helps""",
    ),
    _trade(
        "Consulting",
        "Partners; Advisory; Associates",
        "Senior Consultant; Principal; Partner; Engagement Manager; Research Lead; Analyst",
        """a distribution study for a grocer; why planning tools fail; interim roles; fixed-fee work;
            a network model for a utility; what clients ask for this year""",
    ),
    _trade(
        "Recruiting",
        "Search; Talent; Staffing",
        """Recruiter; Senior Recruiter; Search Consultant; Talent Partner; Account Lead;
            Head of Delivery""",
        """planning roles in the valley; salary bands for analysts; which firms are hiring quietly;
            contract-to-hire; how to word the résumé's first line; what hiring managers filter on""",
    ),
)

ROOTS: tuple[str, ...] = parted(
    """Heronwick Larkmoor Quillmere Tallowbrook Brambleford Osterhagen Vellingby Corvanta Zephrine
    Kestrelby Solvanna Umbrecht Dovetide Wrenfield Cindermoor Hallowmere Åsbrink Montréval Señalba Pellworth
    Gannetfold Marlspike Tessavine Ottersby Fennimark Yarrowgate Iverholt Juniperly Rookhollow Skylarken
    Thornavel Lumenford Bexhallow Crannick Dunmarrow Elderquay Farrowmint Grisellan Hazelhythe Inkwater
    Jessamyn-Rowe Kittering Lowenbrück Mossavant Nettleham Ortolana Plumbago Quernstone Ravensholt
    Sablewood""",
    " ",
)

WANTED: tuple[str, ...] = (
    "Network Planner", "Logistics Analyst", "Head of Planning", "Supply Planner", "Planning Manager", "Demand Analyst",
    "Fleet Planner", "Service Planner", "Scheduling Lead", "Planning Lead",
)  # fmt: skip

# The two firms whose cards lie in the package: they are in every vault, as the first two.
CARD_FIRMS: tuple[tuple[str, str], ...] = (("Heronwick", "Freight"), ("Larkmoor", "Energy"))

SIZES: tuple[str, ...] = ("1-10", "11-50", "51-200", "201-1000", "1000+")

WHY: tuple[str, ...] = parted(
    """
    They plan by hand what I have automated twice.; Close to home, and the people I met there stay for years.;
    The work matters even on a dull day.; They are growing out of spreadsheets and know it.;
    Two former colleagues went there and neither regrets it.; Their planning team is small enough to shape.""",
    ";",
)

FIRM_NOTES: tuple[str, ...] = parted(
    """
    Public budget cycle: new posts are settled in spring.; Hires through people, hardly ever posts a role.;
    New head of operations since the summer.; Annual report is worth reading for the capital plan.;
    Two sites, one of them within cycling distance.; Interview loop is said to be three talks and a case.;
    Uses the same planning system as my last employer.; Ask about their apprenticeships.""",
    ";",
)
