import HallModel
import HallSyntax
import HallWords

/// An item for a new meeting.
struct NewItem {
  let title: String
  var matters: [DocumentID] = []
  var raisedBy: String?
  var duration: Minutes?
  /// Its origin and related remarks: paragraphs.
  var notes: [String] = []
  /// A list below the notes.
  var points: [String] = []
  /// Whether a template may be about it.
  var isSubject = true

  /// Whether it has the same subject as another item.
  func isAbout(_ other: AgendaItem) -> Bool {
    matters.contains { other.matters.contains($0) }
      || FullWidth.name(Document.oneLine(title)[...]) == FullWidth.name(Slice(other.title))
  }
}

/// The document of a new meeting: a filled template, with the items after it.
struct NewAgenda {
  let id: DocumentID
  let title: String
  let moment: Moment
  var place: String?
  var chair: String?
  var clerk: String?
  var items: [NewItem] = []
  /// The values given by name.
  var fillings: [(name: String, value: String)] = []

  var path: String { "agendas/\(id.text).md" }

  /// `2025-12-05 14:30-16:00`, as the front matter has it.
  var when: String {
    let hours = [moment.start, moment.end].compactMap { $0?.text }.joined(separator: "-")
    return moment.day.iso + (hours.isEmpty ? "" : " " + hours)
  }

  /// - Returns: the document, and the template's own places that were not filled and were removed
  ///   without a trace.
  func document(
    from template: AgendaTemplate, in charter: Charter
  ) throws(Refusal) -> (document: Document, unfilled: [String]) {
    let text = template.text
    let main = mainItem(of: text)
    let values = try values(for: text, main, in: charter)
    let language = charter.language
    do throws(EditFault) {
      let filled = try text.filled(as: path, .meeting) { values[$0] }
      var editor = DocumentEditor(filled, language: language)
      try setFacts(&editor)
      for (index, item) in items.enumerated() {
        if index == main { try complete(item, &editor) } else { try append(item, &editor) }
      }
      let unfilled = text.places.filter {
        !$0.hasDefault && !AgendaValues.isKnown($0.name) && values[$0.name] == nil
      }
      return (editor.document, unfilled.map(\.name))
    } catch {
      throw .wouldNotBeRead(template.isOwn ? template.document.path : path, error)
    }
  }

  /// The place of the item that the template is about, if it has one.
  private func mainItem(of text: TextTemplate) -> Int? {
    let names = Set(text.places.map(\.name))
    guard let index = items.firstIndex(where: \.isSubject) else { return nil }
    let takesTitle = !names.isDisjoint(with: ["议题", "item"])
    let takesMatter = !names.isDisjoint(with: ["问题", "matter"]) && !items[index].matters.isEmpty
    return takesTitle || takesMatter ? index : nil
  }

  private func values(
    for text: TextTemplate, _ main: Int?, in charter: Charter
  ) throws(Refusal) -> AgendaValues {
    let language = charter.language
    let front = charter.document.frontMatter
    let first = main.map { items[$0] }
    var values = AgendaValues(day: moment.day, language)
    values.set("id", id.text)
    values.set("title", title)
    values.set("when", when)
    values.set("where", place)
    values.set("chair", chair)
    values.set("clerk", clerk)
    values.set("item", first?.title)
    values.set("matter", first.flatMap { matterList($0, language) })
    values.set("duration", first?.duration?.text(language))
    values.set("hall", charter.name)
    values.set("community", front.flatMap { charter.document.field(.community, of: $0)?.string })
    values.set(
      "parties",
      charter.parties.parties.map(\.name).joined(in: language))
    let places = text.places.map(\.name)
    for (name, value) in fillings {
      guard places.contains(AgendaValues.folded(name)) else {
        throw .unknownChoice(
          name, of: Phrase(zh: "要填的地方", en: "place to fill"), choices: places,
          suggestion: Suggestion.nearest(to: name, among: places))
      }
      values.set(name, value)
    }
    return values
  }

  private func matterList(_ item: NewItem, _ language: Language) -> String? {
    let list = item.matters.map(\.text).joined(in: language)
    return list.isEmpty ? nil : list
  }

  /// Sets the facts in the call, replacing those of the template.
  private func setFacts(_ editor: inout DocumentEditor) throws(EditFault) {
    let front = editor.document.frontMatter ?? 0
    try editor.set(.meeting, id.text, of: front)
    try editor.set(.status, Keyword.draft.word(editor.language), of: front)
    try editor.set(.when, when, of: front)
    for (keyword, value) in [
      (Keyword.meetingPlace, place), (.chair, chair), (.clerk, clerk),
    ] {
      if let value { try editor.set(keyword, value, of: front) }
    }
    let wanted = FullWidth.name(Slice(title))
    if !FullWidth.name(Slice(editor.document.title)).holds(wanted),
      let heading = editor.document.nodes.firstIndex(where: { $0.kind == .title })
    {
      try editor.replaceValue(of: heading, with: title)
    }
  }

  private func append(_ item: NewItem, _ editor: inout DocumentEditor) throws(EditFault) {
    let agenda = try editor.section(.agenda)
    let number = PartNumber.highest(.item, in: editor.document) + 1
    var block = LineBlock(editor.language)
    block.item(number, item.title)
    let matters = matterList(item, editor.language)
    if matters != nil || item.duration != nil || item.raisedBy != nil { block.blank() }
    if let matters { block.field(.matter, matters) }
    if let raisedBy = item.raisedBy { block.field(.raisedBy, raisedBy) }
    if let duration = item.duration {
      block.field(.duration, duration.text(editor.language))
    }
    addNotes(of: item, to: &block)
    try editor.append(block, to: agenda)
  }

  /// Adds to the item of the template what the template has no place for.
  private func complete(_ item: NewItem, _ editor: inout DocumentEditor) throws(EditFault) {
    let document = editor.document
    let items = document.nodes.indices.filter { document.nodes[$0].kind == .item }
      .map { AgendaItem(document: document, node: $0) }
    guard let main = items.first(where: item.isAbout) else {
      try append(item, &editor)
      return
    }
    if main.matters.isEmpty, let list = matterList(item, editor.language) {
      try editor.set(.matter, list, of: main.node)
    }
    if main.value(.raisedBy) == nil, let raisedBy = item.raisedBy {
      try editor.set(.raisedBy, raisedBy, of: main.node)
    }
    if main.duration == nil, let duration = item.duration {
      try editor.set(.duration, duration.text(editor.language), of: main.node)
    }
    guard !item.notes.isEmpty else { return }
    var block = LineBlock(editor.language)
    addNotes(of: item, to: &block)
    try editor.appendOwn(block, to: main.node)
  }

  private func addNotes(of item: NewItem, to block: inout LineBlock) {
    for note in item.notes {
      if !block.isEmpty { block.blank() }
      block.prose(note)
      guard note == item.notes.last, !item.points.isEmpty else { continue }
      block.blank()
      for point in item.points { block.point(point) }
    }
  }
}
