"""The files that the search in the browser reads: the lists of names, and the notes in parts."""

from functools import cache, partial

from netfiles.views.context import Context
from netfiles.views.marks import Made, Marks, mark_of
from netfiles.views.search_lists import companies_list, people_list
from netfiles.views.search_notes import note_parts

FOLDER = "assets/search"


def search_files(context: Context) -> dict[str, Made]:
    """Each file of the search, by its place in the site."""
    notes = note_parts(context)
    names = "\n".join(notes)
    return {
        f"{FOLDER}/people.txt": Made(cache(partial(people_list, context)), Marks.people_list),
        f"{FOLDER}/companies.txt": Made(cache(partial(companies_list, context)), Marks.companies_list),
        f"{FOLDER}/notes.txt": Made(names.encode, lambda _: mark_of((names,))),
        **{f"{FOLDER}/notes/{name}.txt": made for name, made in notes.items()},
    }
