/** Logging in over HTTP: a token for programs, an HttpOnly cookie for pages. */
@NullMarked
package cn.yiqilai.access.web;

import org.jspecify.annotations.NullMarked;
