package cn.yiqilai.understanding;

import java.util.Optional;

/**
 * Something a conversation was about.
 *
 * @param question as it was understood, made complete
 * @param entry that was given for it; empty while nothing was
 */
public record Topic(String question, Optional<String> entry) {}
