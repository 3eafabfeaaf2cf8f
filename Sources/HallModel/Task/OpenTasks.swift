import HallSyntax

/// An open task and its due day, found by one forward pass over its file; or the answer that is owed
/// to whoever raised a matter.
///
/// It keeps no reference to the file, so that only the answers for a large hall stay in memory. It
/// is a class: thousands are sorted and passed on, and that copies references and not texts.
package final class DueTask: Sendable {
  package let number: Int?
  package let title: String
  /// Whether it is the answer that a matter's 答复期限 asks for, and no task.
  package let isReply: Bool
  /// Who leads, as written; several lead together.
  package let leads: [Slice]
  package let due: Day
  /// The day of 期限; `due` is that of the last 延期.
  package let firstDue: Day?
  package let extensions: Int
  package let path: String
  package let line: Int
  package let kind: Document.Kind
  /// The place of the task: everything its lines and the headings above it say.
  package let document: DocumentID?
  package let decision: Int?
  package let item: Int?
  /// The matter of the item, or the matter that contains the task.
  package let matter: DocumentID?

  package convenience init(_ task: Task, due: Day) {
    var place = TaskPlace(in: task.document)
    place.move(to: task.node)
    self.init(task, due: due, firstDue: task.firstDue.day, at: place)
  }

  init(_ task: Task, due: Day, firstDue: Day?, at place: TaskPlace) {
    let file = task.document
    number = task.number
    title = task.title
    isReply = false
    leads = task.leads.map { Array($0)[...] }
    self.due = due
    self.firstDue = firstDue
    extensions = task.extensions
    path = file.path
    line = task.line
    kind = file.kind
    document = place.document
    decision = place.decision
    item = place.item
    matter = place.matter
  }

  init(_ reply: OwedReply, by day: Day, in file: Document) {
    number = nil
    title = file.title
    isReply = true
    leads = []
    due = day
    firstDue = day
    extensions = 0
    path = file.path
    line = Int(file.nodes[reply.field].line)
    kind = file.kind
    document = DocumentID(of: file)
    decision = nil
    item = nil
    matter = document
  }

  package func daysLate(on day: Day) -> Int { day - due }

  /// `M-2025-008-T1`; of an answer that is owed, its matter.
  package var identifier: String? {
    if isReply { return document?.text }
    guard let document, let number else { return nil }
    return PartID(document: document, kind: .task, number: number).text
  }
}

extension DueTask {
  /// `M-2025-008-D1`, if it is under a decision.
  package var decisionIdentifier: String? {
    guard let document, let decision else { return nil }
    return PartID(document: document, kind: .decision, number: decision).text
  }
}

/// What the headings above a task say, read once for all tasks of one heading.
struct TaskPlace {
  private(set) var document: DocumentID?
  private(set) var decision: Int?
  private(set) var item: Int?
  private(set) var matter: DocumentID?
  private let file: Document
  /// The heading it was read for.
  private var heading: Int32?

  init(in file: Document) {
    self.file = file
  }

  mutating func move(to task: Int) {
    guard heading != file.nodes[task].parent else { return }
    // Most files have no matching task.
    if heading == nil { document = DocumentID(of: file) }
    heading = file.nodes[task].parent
    decision = file.ancestor(of: task, .decision).flatMap {
      Decision(document: file, node: $0).number
    }
    let agendaItem = file.ancestor(of: task, .item).map { AgendaItem(document: file, node: $0) }
    item = agendaItem?.number
    matter = file.kind == .matter ? document : agendaItem?.matters.first
  }
}

/// The open tasks of one file.
package struct OpenTasks: Sendable {
  /// The file, if something in it has to be shown; else nil, so that its bytes can be freed.
  package let document: Document?
  package private(set) var due: [DueTask] = []
  package private(set) var unreadable: [UnreadableDue] = []
  /// Where a lone carriage return hides an open task.
  package private(set) var hidden: Int?

  /// - Parameter last: the last due day to include.
  package init(in file: SourceFile, dueBy last: Day) {
    guard file.fault == nil else {
      self.init(in: file.document, dueBy: last)
      return
    }
    if file.kind == .matter, OwedReply(in: file.documentOfFrontMatter) != nil {
      // Whether it was answered stands in the log.
      self.init(in: file.document, dueBy: last)
      return
    }
    guard let document = file.documentOfOpenTasks else {
      self.init()
      return
    }
    self.init(in: document, dueBy: last)
    // To be shown, the whole file is needed.
    if self.document != nil { self.init(in: file.document, dueBy: last) }
  }

  private init() { document = nil }

  package init(in document: Document, dueBy last: Day) {
    if let reply = OwedReply(in: document) {
      switch reply.day {
      case .success(let day):
        if day <= last { due.append(DueTask(reply, by: day, in: document)) }
      case .failure(let fault):
        unreadable.append(UnreadableDue(document: document, field: reply.field, fault: fault))
      }
    }
    var place = TaskPlace(in: document)
    for index in document.nodes.indices where document.nodes[index].kind == .task {
      let task = Task(document: document, node: index)
      guard task.state == .open else { continue }
      switch task.due {
      case .day(let day) where day <= last:
        place.move(to: index)
        // If nothing was extended, the day that was read is the first one.
        let first = task.extensions == 0 ? day : task.firstDue.day
        due.append(DueTask(task, due: day, firstDue: first, at: place))
      case .unreadable(let field, let fault):
        unreadable.append(UnreadableDue(document: document, field: field, fault: fault))
      default: continue
      }
    }
    if document.fault == nil { hidden = document.openTaskAfterReturn }
    let isAnswered = document.fault == nil && unreadable.isEmpty && hidden == nil
    self.document = isAnswered ? nil : document
  }
}

/// An open task whose due day cannot be read, or an answer that is owed.
package struct UnreadableDue: Sendable {
  package let document: Document
  /// The node of 期限, 延期 or 答复期限.
  package let field: Int
  package let fault: ValueFault
}

extension DocumentID {
  /// The identifier in a document's front matter, else in its file name.
  package init?(of document: Document) {
    let isMatter = document.kind == .matter
    if let front = document.frontMatter,
      let written = document.field(isMatter ? .matter : .meeting, of: front),
      let id = try? DocumentID(reading: written), id.series == (isMatter ? .matter : .meeting)
    {
      self = id
    } else {
      self.init(fileName: document.path)
    }
  }
}
