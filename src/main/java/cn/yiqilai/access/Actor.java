package cn.yiqilai.access;

import java.util.UUID;

/** Whoever did something, by id alone: {@code account:…}, {@code conversation:…} or {@code system}. */
public record Actor(String id) {
    public static final Actor SYSTEM = new Actor("system");

    public static Actor account(UUID id) {
        return new Actor("account:" + id);
    }

    public static Actor conversation(UUID id) {
        return new Actor("conversation:" + id);
    }
}
