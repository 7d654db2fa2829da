/**
 * Orders over HTTP, for the people of the hotline. What is shown of an order depends on who looks: the reporter of a 举报 is
 * masked for those who need not know.
 */
@NullMarked
package cn.yiqilai.workorder.web;

import org.jspecify.annotations.NullMarked;
