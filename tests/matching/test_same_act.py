"""The judge knows the same act from the same words, on sentences of fields it was not fitted on."""

import numpy as np

from policycheck.domain.documents import Clause, ClauseKind, Term
from policycheck.embedding import MiniLM
from policycheck.matching import FEATURES, pair_features, same_act, spelling_out, statements_of
from policycheck.obligations import read_clauses


def statements(*texts):
    clauses = [Clause(id=str(i), ref=str(i), text=t, end=len(t)) for i, t in enumerate(texts)]
    return statements_of(clauses, read_clauses(clauses))


def probability(a, b):
    model = MiniLM()
    vectors = [model.embed([s.in_context for s in side]) for side in (a, b)]
    return same_act(a, b, *vectors)


SOURCE = statements("The pool operator must test the water at least every four hours.")
POLICY = statements(
    "Lifeguards check the quality of the pool water every two hours.",
    "The operator must check the first aid box every four hours.",
    "Swimming is good for people of all ages.",
)


def test_a_paraphrase_beats_the_same_words_for_another_act():
    p = probability(SOURCE, POLICY)
    assert p.shape == (1, 3)
    assert p[0].argmax() == 0
    assert p[0, 2] < 0.05


def test_features_have_a_value_each_and_no_side_may_be_empty():
    vectors = MiniLM().embed([s.in_context for s in POLICY])
    assert pair_features(POLICY, POLICY, vectors, vectors).shape == (3, 3, len(FEATURES))
    assert same_act([], POLICY, vectors[:0], vectors).shape == (0, 3)


def test_a_statement_does_not_compete_with_itself():
    vectors = MiniLM().embed([s.in_context for s in POLICY])
    best_for_a = FEATURES.index("best_for_a")
    features = pair_features(POLICY, POLICY, vectors, vectors)[..., best_for_a]
    off_diagonal = features[~np.eye(3, dtype=bool)].reshape(3, 2)
    assert (off_diagonal.max(axis=1) == 1.0).all()


def test_an_item_read_with_the_words_above_it_is_not_a_statement_of_its_own():
    lead = Clause(id="1", ref="1", text="The plan must state:", end=20)
    item = Clause(id="2", ref="1(a)", text="the address;", kind=ClauseKind.ITEM, parent="1", end=12)
    found = statements_of([lead, item], read_clauses([lead, item]))
    assert [s.ref for s in found] == ["1"]


def test_a_row_is_read_under_its_column_headings():
    row = Clause(
        id="1",
        ref="Table 1 row 1",
        text="Reply | 5 days",
        columns=("Step", "Time limit"),
        kind=ClauseKind.ROW,
        end=14,
    )
    assert statements_of([row], [])[0].text == "Step: Reply; Time limit: 5 days"


def features(a, b, cosine, name):
    """The feature, where the cosines of the two sides are as given."""
    unit = np.eye(cosine.shape[1], dtype=np.float32)
    return pair_features(a, b, cosine, unit)[..., FEATURES.index(name)]


def under(heading, *texts):
    clauses = [
        Clause(id=f"{heading}{i}", ref=str(i), text=t, end=len(t), heading_path=(heading,))
        for i, t in enumerate(texts)
    ]
    return statements_of(clauses, read_clauses(clauses))


def test_what_another_duty_needs_more_is_shared_less():
    a = statements("Zoos feed lions.", "Zoos clean cages.")
    b = statements("Keepers do it daily.", "Nobody does it monthly.")
    share = features(a, b, np.array([[0.7, 0.1], [0.6, 0.1]], np.float32), "share")
    assert share[0, 0] > share[1, 0] > share[0, 1]
    assert (share.sum(axis=0) <= 1.01).all()


def test_a_pair_between_kindred_sections_stands_out():
    a = statements("Zoos feed lions.")
    b = [
        *under("Food", "Meat is bought.", "Lions eat."),
        *under("Gates", "Gates are shut.", "Keys are kept."),
    ]
    cosine = np.array([[0.8, 0.3, 0.1, 0.3]], np.float32)
    found = features(a, b, cosine, "section_margin")[0]
    assert found[1] > 0 > found[3]


def test_a_pair_whose_neighbours_match_stands_out():
    a = statements("Zoos feed lions.", "Zoos clean cages.")
    b = statements("Food comes.", "Cages shine.", "Tickets sell.", "Maps hang.", "Paths lead.", "Trees grow.")
    cosine = np.array([[0.8, 0, 0, 0, 0, 0], [0, 0.3, 0, 0, 0, 0.3]], np.float32)
    for name in ("neighbours", "surroundings"):
        found = features(a, b, cosine, name)[1]
        assert found[1] > found[5]


def test_what_is_compared_has_the_documents_own_initials_written_out():
    [clause] = [Clause(id="1", ref="1", text="The DL must lock the stack room.", end=50)]
    term = Term(short="DL", long="duty librarian", clause="0")
    found = statements_of([clause], read_clauses([clause]), spelled_out=spelling_out([term]))
    assert found[0].text == "The DL must lock the stack room."
    assert found[0].in_context == found[0].led_in == "The duty librarian must lock the stack room."
    assert spelling_out([term])("DLs sign the book") == "duty librarians sign the book"


def test_initials_stay_where_they_are_explained_and_long_explanations_name_nothing():
    spell = spelling_out(
        [
            Term(short="DL", long="duty librarian", clause="0"),
            Term(short="CD", long="any recording on a disc, be it of music, speech or pictures", clause="0"),
        ]
    )
    assert spell("a duty librarian (DL) and a CD") == "a duty librarian (DL) and a CD"


def test_a_sentence_is_met_beside_its_neighbours_and_still_by_its_own_words():
    text = "Is it full on a Friday? One or two more may come in. Write their names down. Lock the side door."
    [clause] = [Clause(id="1", ref="1", text=text, end=len(text))]
    found = {s.text: s for s in statements_of([clause], read_clauses([clause]))}
    one = found["Write their names down."]
    assert "two more may come" in one.in_context
    assert "side door" in one.in_context
    assert "full on a Friday" not in one.in_context
    assert one.in_context.count(one.text) == 2
    assert "door" not in one.words


def test_a_sentence_is_read_together_with_others_after_its_headings_and_the_sentence_before():
    text = "A newcomer hears of the dangers first. Nobody starts until that is done. Lock the side door."
    [clause] = [Clause(id="1", ref="1", text=text, end=len(text), heading_path=("Handbook", "Machines"))]
    found = {s.text: s for s in statements_of([clause], read_clauses([clause]))}
    one = found["Nobody starts until that is done."]
    assert one.led_in == f"Handbook / Machines / A newcomer hears of the dangers first.: {one.text}"
