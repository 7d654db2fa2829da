/**
 * The directory over HTTP: staff read it, administrators keep it, a unit keeps its own duty list and its
 * specialists.
 *
 * <p>Telephone numbers, and the names of people outside the offices, are masked for whoever need not call; see {@link cn.yiqilai.directory.Visibility}.
 */
@NullMarked
package cn.yiqilai.directory.web;

import org.jspecify.annotations.NullMarked;
