package cn.yiqilai.understanding;

/** Called by whoever follows the knowledge, when synonyms, stop words or the dictionary have changed. */
public interface LanguageReload {
    void reload();
}
