/**
 * The desk's side of a hand-off over HTTP, and live over a WebSocket. What belongs to another desk does not exist here (404);
 * what a colleague was faster at is a 409 that names him.
 */
@NullMarked
package cn.yiqilai.handoff.web;

import org.jspecify.annotations.NullMarked;
