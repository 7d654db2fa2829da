/**
 * The organisation behind the hotline: who an order can be given to, who signs, who is reached at night.
 *
 * <p><b>Units</b> ({@link cn.yiqilai.directory.Unit}) form a tree: the platforms of the city, of its counties and parks; the
 * departments and their sub-units; towns. A unit has a level and a region, so that a request goes to whoever answers for the
 * place (属地管理, 分级负责), duties in words, so that a department can be proposed, and any number of aliases, because documents
 * call one office by many names.
 *
 * <p><b>People of a unit</b>: {@link cn.yiqilai.directory.Leader}s sign its replies, each at a {@link
 * cn.yiqilai.city.SigningLevel}; {@link cn.yiqilai.directory.DutyContact}s are reached outside office hours; accounts
 * belong to it by {@link cn.yiqilai.directory.Memberships}.
 *
 * <p><b>The libraries beside it.</b> {@link cn.yiqilai.directory.Specialist}s (政策专员) know about topics and are on duty by a
 * rota of {@link cn.yiqilai.directory.Shift}s, within which nothing overlaps; whom to ring is {@code onDuty.at("增值税/小规模纳税人",
 * now)}, in order. {@link cn.yiqilai.directory.KeyEnterprise}s (三星级及以上) and {@link cn.yiqilai.directory.MajorProject}s go
 * straight to a desk of their own: {@code standings.of(identity)} tells which, and asks for a {@link
 * cn.yiqilai.directory.VerifiedIdentity}, which nobody can make by only saying who he is.
 *
 * <p><b>Tables of the city</b>: {@link cn.yiqilai.directory.FilingCode}s (归口, 1095 in Yancheng) and {@link
 * cn.yiqilai.directory.RegistrationWindow}s (19). The plans name their number and not one of them, so they are loaded from the
 * city's own sheets; what comes with the embedded database is marked as a demonstration and never counted.
 *
 * <p>Example: an order about a place in 东台市 is for {@code units.platformFor(regions.place("东台市"))}; the reply of 市税务局 to
 * an ordinary request is signed by one of {@code leaders.signing(new UnitId("tax"), SigningLevel.DEPUTY)}; at 22:30 it is
 * reached by {@code duty.at(new UnitId("tax"), now)}.
 *
 * <p>Nothing is deleted here. A unit that is no longer there is retired: it gets nothing new, and the orders of last year keep
 * its name. Every change counts up a version, keeps what was there before, and is a line in the audit trail. Names and numbers of
 * people are shown by {@link cn.yiqilai.directory.Visibility} and stand masked in what was there before.
 */
@NullMarked
package cn.yiqilai.directory;

import org.jspecify.annotations.NullMarked;
