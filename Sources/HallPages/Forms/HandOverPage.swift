import HallModel
import HallSyntax
import HallWords

/// What whoever takes a hall over has to know: which files there are, how the hall is opened from
/// them, and what is under way on that day.
package struct HandOverPage: Sendable {
  /// One file that is handed over.
  package struct File: Sendable {
    let name: String
    let about: Phrase
    /// In bytes.
    let size: Int
    /// SHA-256, in hexadecimal.
    let digest: String

    package init(_ name: String, _ about: Phrase, size: Int, digest: String) {
      (self.name, self.about, self.size, self.digest) = (name, about, size, digest)
    }
  }

  private let source: FormSource
  private let files: [File]
  /// How it is opened, one line a step; a line with a call ends with it.
  private let steps: [Phrase]
  /// What has to be handed over by hand.
  private let apart: [Phrase]

  package init(
    _ source: FormSource, files: [File], steps: [Phrase], apart: [Phrase]
  ) {
    (self.source, self.files, self.steps, self.apart) = (source, files, steps, apart)
  }

  package var sheet: Sheet {
    let (language, hall) = (source.language, source.hall)
    func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
    var there = Sheet.Table([
      say("文件", "File"), say("内容", "Content"), say("大小", "Size"),
      say("摘要前 16 位", "SHA-256, first 16"),
    ])
    there.rows = files.map { file in
      [
        file.name, file.about[language], HandOverPage.size(file.size),
        String(file.digest.prefix(16)),
      ]
    }
    there.numbers = [2]
    there.short = [2, 3]
    var blocks: [Sheet.Block] = [
      .title(
        say(
          "\(source.shown(hall.charter.name))交接清单",
          "Hand-over of \(source.shown(hall.charter.name))")),
      .text(say("截至 \(source.day(source.today))", "as of \(source.day(source.today))")),
      .heading(say("一、移交的文件", "1. Files")), .table(there),
      .heading(say("二、怎么接手", "2. How to take over")),
      .list(steps.map { $0[language] }),
      .heading(say("三、手上的事", "3. What is under way")),
    ]
    blocks += underWay
    blocks += [
      .heading(say("四、另外要当面交的", "4. What is handed over in person")),
      .list(apart.map { $0[language] }),
      .lines([
        say("移交人", "Handed over by"), say("接收人", "Taken over by"), say("监交人", "Witness"),
        say("日期", "Day"),
      ]),
    ]
    return Sheet(
      say("交接清单", "hand-over"), language, blocks)
  }

  /// Overdue tasks, then matters, meetings and decisions that wait for something.
  private var underWay: [Sheet.Block] {
    let (hall, today, language) = (source.hall, source.today, source.language)
    func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
    var lines: [String] = []
    for meeting in hall.meetings where meeting.status != .cancelled && !meeting.isApproved {
      let status = meeting.status?.word(language) ?? ""
      let day = meeting.moment.map(source.when) ?? ""
      lines.append(
        [meeting.name, source.shown(meeting.title), status, day].filter { !$0.isEmpty }
          .joined(separator: say("，", ", ")))
    }
    for meeting in hall.meetings {
      for decision in meeting.decisions {
        let name =
          Reference.decision(meeting, decision).identifier + " " + source.shown(decision.title)
        if let posted = decision.posted, posted.contains(today) {
          lines.append(
            name + say("，公示到 \(source.day(posted.end))", ", posted until \(source.day(posted.end))")
          )
        }
        let open = decision.objections.open.count
        if open > 0 {
          lines.append(name + say("，有 \(open) 条异议没有答复", ", \(open) objections without an answer"))
        }
      }
    }
    for matter in hall.matters {
      let state = hall.state(of: matter, on: today)
      guard state.stage < .closed else { continue }
      lines.append(
        [matter.name, source.shown(matter.title), state.stage.phrase[language]]
          .joined(separator: say("，", ", ")))
    }
    let tasks = hall.ownedTasks.filter { $0.1.state == .open }
      .sorted { ($0.1.due.day ?? .last) < ($1.1.due.day ?? .last) }
    var blocks: [Sheet.Block] = [
      lines.isEmpty
        ? .text(say("没有未办结的会议和问题。", "No meeting and no matter is open.")) : .list(lines)
    ]
    if !tasks.isEmpty {
      var table = source.table(of: tasks, isShort: true)
      table.caption = say("没办完的任务 \(tasks.count) 项", "\(tasks.count) open tasks")
      blocks.append(.table(table))
    }
    return blocks
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(max(1, bytes / 1000)) KB" : "\(bytes / 1_000_000) MB"
  }
}
