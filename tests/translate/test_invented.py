"""Text that nothing in the source has caused."""

from __future__ import annotations

import pytest

from pipeline.translate import invented

NURSE = "Your nurse will clean the wound."


@pytest.mark.parametrize(
    ("source", "target", "language", "named"),
    [
        (NURSE, "Su enfermera limpiará la herida (risas).", "es", "(risas)"),
        (NURSE, "Su enfermera (risas) (aplausos) limpiará la herida.", "es", "(risas)"),
        ("Rest (at home).", "Descanse (en casa) (música).", "es", "(música)"),
        (NURSE, "[Musique] Votre infirmière nettoiera la plaie.", "fr", "[Musique]"),
        (NURSE, "♪ Su enfermera limpiará la herida ♪", "es", "♪"),
        (NURSE, "您的护士会清洁伤口（笑声）。", "zh", "（笑声）"),
        (NURSE, "Su enfermera limpiará la рана.", "es", "рана"),
        (NURSE, "您的护士会清洁伤口 applause。", "zh", "applause"),
        (NURSE, "ستنظف الممرضة الجرح Foxacor.", "ar", "Foxacor"),
        (NURSE, "服用Fooxacin您的护士会清洁伤口。", "zh", "Fooxacin"),
        (NURSE, "Su enfermera limpiará la herida con Fluxetron.", "es", "Fluxetron"),
        (NURSE, "Su enfermera limpiará la herida con cefalomicina.", "es", "cefalomicina"),
        (NURSE, "Ihre Pflegekraft reinigt die Wunde mit Zoltopril.", "de", "Zoltopril"),
    ],
)
def test_found(source: str, target: str, language: str, named: str) -> None:
    (reason, *_) = invented.reasons(source, target, language)
    assert named in reason


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (NURSE, "Su enfermera limpiará la herida.", "es"),
        (NURSE, "Ihre Pflegekraft reinigt die Wunde.", "de"),
        (NURSE, "您的护士会清洁伤口。", "zh"),
        (NURSE, "ستنظف الممرضة الجرح.", "ar"),
        ("Take it (with food).", "Tómelo (con comida).", "es"),
        ("Are you short of breath?", "Êtes-vous essoufflé(e) ?", "fr"),
        ("COVID-19 can spread.", "COVID-19 会传播。", "zh"),
        ("Use 5 µg of amoxicillin.", "Use 5 µg de amoxicilina.", "es"),
        ("Ask in Spain. Then call.", "Pregunte en España. Luego llame.", "es"),
        ("Call us: we help.", "Llámenos: Ayudamos.", "es"),
        ("Penicillin can cause a rash.", "La penicilina puede causar una erupción.", "es"),
        ("Take your antibiotic.", "Tome su antibiótico.", "es"),
    ],
)
def test_nothing_found(source: str, target: str, language: str) -> None:
    assert list(invented.reasons(source, target, language)) == []
