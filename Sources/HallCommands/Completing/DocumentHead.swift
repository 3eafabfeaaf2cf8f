import HallModel
import HallSyntax

/// A meeting or a matter as the beginning of its file knows it: what a list of identifiers shows.
struct DocumentHead: Sendable {
  let id: DocumentID
  let title: String
  /// The day of a meeting.
  let day: Day?
  /// Whether nothing is left to be done with it.
  let isOver: Bool

  /// - Parameter asksWhetherOver: whether a matter is read to its end, where it stands that it is closed.
  init?(_ file: SourceFile, _ charter: Charter, asksWhetherOver: Bool) {
    let isWhole = asksWhetherOver && file.kind == .matter
    let head = isWhole ? file.bytes : Array(file.bytes[..<DocumentHead.endOfTitle(file.bytes)])
    let document = Document(path: file.path, kind: file.kind, bytes: head)
    guard let id = DocumentID(of: document) else { return nil }
    self.id = id
    title = document.title
    if file.kind == .meeting {
      let meeting = Meeting(document, charter: charter)
      day = meeting.day
      isOver = [.approved, .cancelled].contains(meeting.status)
    } else {
      day = nil
      let ends: [Keyword] = [.closed, .struckOff, .reopened]
      let last =
        isWhole
        ? Matter(document, charter: charter).log.last { $0.keyword.map(ends.contains) ?? false }
        : nil
      isOver = last.map { $0.keyword != .reopened } ?? false
    }
  }

  /// The end of the first line that begins with `# `.
  private static func endOfTitle(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var isTitle = false
      for place in buffer.indices where buffer[place] == UInt8(ascii: "\n") {
        if isTitle { return place }
        isTitle = buffer[(place + 1)...].starts(with: "# ".utf8)
      }
      return buffer.count
    }
  }

  var candidate: Candidate {
    Candidate(id.text, [day?.iso, title])
  }
}

/// An open task, as a list of identifiers shows it.
struct TaskHead: Sendable {
  let document: DocumentID
  let candidate: Candidate

  /// The open tasks of a file, in its order.
  static func all(in file: SourceFile) -> [TaskHead] {
    guard let document = file.documentOfOpenTasks, let id = DocumentID(of: document) else {
      return []
    }
    return document.nodes.indices.filter { document.nodes[$0].kind == .task }.compactMap { node in
      let task = Task(document: document, node: node)
      guard task.state == .open, let number = task.number else { return nil }
      let part = PartID(document: id, kind: .task, number: number)
      return TaskHead(document: id, candidate: Candidate(part.text, of: task))
    }
  }
}
