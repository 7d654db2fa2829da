/**
 * The editors' operations: why an answer is what it is, how good the answers are, and fitting the models anew. What they do
 * is in the room itself; here only the way in and out is read.
 */
@NullMarked
package cn.yiqilai.studio.web;

import org.jspecify.annotations.NullMarked;
