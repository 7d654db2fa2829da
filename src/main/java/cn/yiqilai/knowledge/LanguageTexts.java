package cn.yiqilai.knowledge;

/** Where the language data is kept; every part exists from the beginning, empty. */
public interface LanguageTexts {
    LanguageText get(LanguagePart part);

    /** @return false when {@code text.version()} is not one further than what is kept */
    boolean save(LanguageText text);
}
