/// `15:40 不足法定人数`: an hour, which may be left out, and a remark.
package struct TimeAndText: Sendable {
  package let time: TimeOfDay?
  package let text: Slice

  package init(_ slice: Slice) {
    var cursor = Cursor(slice.trimmed)
    guard let time = try? cursor.takeTime() else {
      (self.time, text) = (nil, slice.trimmed)
      return
    }
    self.time = time
    text = cursor.rest.trimmed
  }
}
