import HallSyntax
import HallWords

/// A year of work as calls of the program, each on a day counted from today.
///
///     # what happens
///     @-300 09:10 王五
///     hall 拟会 第一次协商会 --日期 {-290} --问题 {Q1}
///     | a line of its standard input
///
/// `{-290}` is that day; `{Q1}` and `{M1}` are the first matter and the first meeting that the story
/// has made.
struct DemoStory {
  struct Call {
    /// Days after today.
    let day: Int
    let minutes: Int
    let author: String
    /// The call as it is written, for a message.
    let text: String
    var input: [String] = []
  }

  private(set) var calls: [Call] = []

  init(_ text: String) {
    var moment = (day: 0, minutes: 0, author: "")
    for line in VisibleText.split(text) {
      if line.hasPrefix("@") {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3 else { continue }
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        moment = (
          Int(parts[0]) ?? 0, clock.count == 2 ? clock[0] * 60 + clock[1] : 0, parts[2]
        )
      } else if line.hasPrefix("hall ") {
        calls.append(
          Call(day: moment.day, minutes: moment.minutes, author: moment.author, text: line))
      } else if line.hasPrefix("| "), !calls.isEmpty {
        calls[calls.count - 1].input.append(String(line.dropFirst(2)))
      }
    }
  }
}
