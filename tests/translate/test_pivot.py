"""Readings on the way through a language in between."""

from __future__ import annotations

from pipeline.translate import pivot


def test_what_was_meant_holds() -> None:
    block = "^preneu/prendre<vblex><pri><p2><pl>/prendre<vblex><imp><p2><pl>$ ^dit/dir<vblex><pp>/dit<n><m><sg>$"
    meant = "^prendre<vblex><imp><p2><pl>$ ^dit<n><m><sg>$"
    assert pivot.choose(block, meant) == "^prendre<vblex><imp><p2><pl>$ ^dit<n><m><sg>$"


def test_a_word_that_was_not_meant_is_no_verb() -> None:
    """ "a casa" came as one adverb: "casa" alone must not become "marries"."""
    block = "^a/a<pr>$ ^casa/casar<vblex><pri><p3><sg>/casa<n><f><sg>$"
    assert pivot.choose(block, "^viure<vblex><inf>$ ^a casa<adv>$") == "^a<pr>$ ^casa<n><f><sg>$"


def test_an_auxiliary_written_out_stays_one() -> None:
    block = "^va/va<adj><m><sg>/anar<vaux><p3><sg>$ ^desaparèixer/desaparèixer<vblex><inf>$"
    assert "anar<vaux>" in pivot.choose(block, "^vi<n><m><sg>$ ^desaparèixer<vblex><ifi><p3><sg>$")


def test_unknown_words_and_blanks_pass() -> None:
    assert pivot.choose("^xyz/*xyz$[<b>] ^.^.", "") == "^*xyz$[<b>] ^.^."
