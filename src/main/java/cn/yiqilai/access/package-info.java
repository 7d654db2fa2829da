/**
 * Who is calling, how sure we are of it, what they may do, and the trail of what they did.
 *
 * <p>Staff have an {@link cn.yiqilai.access.Account} with {@link cn.yiqilai.access.Role}s; {@link cn.yiqilai.access.Login}
 * gives them a token. An enterprise needs no account: what it says of itself is {@link
 * cn.yiqilai.access.Assurance#DECLARED}, and only a proof from outside (the app's single sign-on, a telephone platform)
 * makes it {@link cn.yiqilai.access.Assurance#VERIFIED}. Whatever gives an advantage or shows a history asks for VERIFIED:
 * a typed telephone number buys neither.
 *
 * <p>Administrators keep the accounts ({@link cn.yiqilai.access.AccountEditing}): nothing is deleted, a disabled account is
 * logged out at once, and one administrator is always left. For which unit an account works is the directory's business.
 *
 * <p>{@link cn.yiqilai.access.AuditTrail} writes one line for each deed that changes something: who, what, on which id.
 * Lines can only be added, each seals the one before it with a hash, and they hold ids, never names or numbers of people.
 *
 * <p>Example: {@code audit.record(Actor.of(account), "knowledge.approve", "entry", "vat-small-monthly", Map.of("version",
 * "3"))} inside the transaction that approves.
 *
 * <p>Tokens are random, 256 bits, and stored as their SHA-256 only; passwords as PBKDF2. The demo accounts exist with the
 * embedded database alone: with an external one the service refuses to start while one of them has its known password.
 */
@NullMarked
package cn.yiqilai.access;

import org.jspecify.annotations.NullMarked;
