package cn.yiqilai.access;

import java.time.Instant;

/**
 * An account as administrators see it.
 *
 * @param disabled nobody can log in with it, and whoever was is logged out
 * @param version counts every change; whoever writes names the one he saw
 */
public record StaffAccount(Account account, boolean disabled, Instant createdAt, long version) {}
