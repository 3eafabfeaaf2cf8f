import HallSyntax

/// An open task and its due day, found by one forward pass over its own file.
package struct DueTask: Sendable {
  package let task: Task
  package let due: Day
  /// Where the task stands: all that its lines and the headings above it say.
  package let document: DocumentID?
  package let decision: Int?
  package let item: Int?
  /// The matter of the item, or the matter the task stands in.
  package let matter: DocumentID?

  package init(_ task: Task, due: Day) {
    self.task = task
    self.due = due
    let file = task.document
    document = DocumentID(of: file)
    decision = file.ancestor(of: task.node, .decision).flatMap {
      Decision(document: file, node: $0).number
    }
    let agendaItem = file.ancestor(of: task.node, .item).map {
      AgendaItem(document: file, node: $0)
    }
    item = agendaItem?.number
    matter = file.kind == .matter ? document : agendaItem?.matters.first
  }

  package func daysLate(on day: Day) -> Int { day - due }

  package var identifier: String? {
    guard let document, let number = task.number else { return nil }
    return PartID(document: document, kind: .task, number: number).text
  }
}

/// What one file says of its open tasks.
package struct OpenTasks: Sendable {
  package private(set) var due: [DueTask] = []
  /// Open tasks whose due day cannot be read, with the field and the fault.
  package private(set) var unreadable: [(task: Task, field: Int, fault: ValueFault)] = []

  /// - Parameter last: the last due day that is asked about.
  package init(in document: Document, dueBy last: Day) {
    for index in document.nodes.indices where document.nodes[index].kind == .task {
      let task = Task(document: document, node: index)
      guard task.state == .open else { continue }
      switch task.due {
      case .day(let day) where day <= last: due.append(DueTask(task, due: day))
      case .unreadable(let field, let fault): unreadable.append((task, field, fault))
      default: continue
      }
    }
  }
}

extension DocumentID {
  /// The identifier a document's front matter gives it, else its file's name.
  package init?(of document: Document) {
    let key: Keyword = document.kind == .matter ? .matter : .meeting
    if let front = document.frontMatter, let written = document.field(key, of: front),
      let id = try? DocumentID(reading: written)
    {
      self = id
    } else {
      self.init(fileName: document.path)
    }
  }
}
