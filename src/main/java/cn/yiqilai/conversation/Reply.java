package cn.yiqilai.conversation;

/**
 * What is said to the enterprise.
 *
 * @param text what it reads or hears
 * @param payload a JSON object with what stands behind the text: decision, confidence, answers, options, handoff, work order
 */
public record Reply(String text, String payload) {}
