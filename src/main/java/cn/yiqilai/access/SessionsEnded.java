package cn.yiqilai.access;

import java.util.UUID;

/** One or all sessions of an account were ended before they ran out: by logging out, or with the account or its password. */
public record SessionsEnded(UUID account) {}
