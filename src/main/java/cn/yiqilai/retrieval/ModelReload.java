package cn.yiqilai.retrieval;

/** Called by whoever follows the knowledge, when another fitted model was put in force. */
public interface ModelReload {
    void reload();
}
