/**
 * Charts of the knowledge as PNG: {@link TimelinePicture} draws which permits went online when, for a phone.
 *
 * {@snippet :
 * TimelineRow student = new TimelineRow("2020 年 9 月", YearMonth.of(2020, 9), "学生", "étudiant", "", false);
 * byte[] png = new TimelinePicture(new Timeline(List.of(student), YearMonth.of(2024, 7))).png();
 * }
 *
 * <p>The font comes along, since a server need not have one for Chinese.
 */
@NullMarked
package fr.juliu.picture;

import org.jspecify.annotations.NullMarked;
