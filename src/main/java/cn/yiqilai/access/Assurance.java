package cn.yiqilai.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure we are that an enterprise is who it says it is. */
@Schema(name = "Assurance")
public enum Assurance {
    /** It said so itself. Good enough to be answered and called back; buys no priority and nobody's history. */
    DECLARED,
    /** A trusted party vouched for it: single sign-on of the app, the state's identity service. */
    VERIFIED
}
