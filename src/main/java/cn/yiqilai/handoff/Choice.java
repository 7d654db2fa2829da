package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agent made of a suggestion. */
@Schema(name = "SuggestionChoice")
public enum Choice {
    ACCEPTED,
    EDITED,
    REJECTED
}
