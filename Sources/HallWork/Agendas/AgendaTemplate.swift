import Agendas
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A template for an agenda: one that comes with the program, or one of the hall's own.
package struct AgendaTemplate {
  /// Its name, in either language.
  package let name: Phrase
  /// What it is for; nil for one of the hall's own.
  package let about: Phrase?
  package let document: Document
  /// Why one of the hall's own could not be read; the others remain usable.
  package var failure: StoreFailure?

  /// Whether it is the hall's own, from `agendas/templates/`.
  var isOwn: Bool { about == nil }

  /// Every template of a hall, the program's first; one of the hall's own replaces one with the
  /// same name.
  ///
  /// - Parameter folder: nil if there is no hall, for the program's own templates only.
  package static func all(
    in folder: HallFolder?, _ language: Language
  ) throws(Refusal) -> [AgendaTemplate] {
    var templates = BuiltInTemplate.all.map { template in
      AgendaTemplate(
        name: Phrase(zh: template.zh, en: template.en),
        about: Phrase(zh: template.aboutZH, en: template.aboutEN),
        document: Document(
          path: template.en + ".md", kind: .meeting,
          bytes: language.pick(template.textZH, template.textEN)))
    }
    guard let folder else { return templates }
    let names: [String]
    do throws(StoreFailure) { names = try folder.templateNames() } catch { throw .store(error) }
    for name in names {
      let place = templates.firstIndex { $0.isCalled(name) }
      let own = own(name, called: place.map { templates[$0].name }, in: folder)
      if let place { templates[place] = own } else { templates.append(own) }
    }
    return templates
  }

  private static func own(
    _ name: String, called: Phrase?, in folder: HallFolder
  ) -> AgendaTemplate {
    let called = called ?? Phrase(zh: name, en: name)
    do throws(StoreFailure) {
      return AgendaTemplate(name: called, about: nil, document: try folder.template(name))
    } catch {
      let nothing = Document(path: error.path, kind: .meeting, bytes: [])
      return AgendaTemplate(name: called, about: nil, document: nothing, failure: error)
    }
  }

  /// The template with a name; the plain one, if none is given.
  static func named(
    _ name: String?, in folder: HallFolder, _ language: Language
  ) throws(Refusal) -> AgendaTemplate {
    let templates = try all(in: folder, language)
    let wanted = name ?? BuiltInTemplate.plain.en
    guard let template = templates.first(where: { $0.isCalled(wanted) }) else {
      let names = templates.map { $0.name[language] }
      throw .unknownChoice(
        wanted, of: Phrase(zh: "模板", en: "template"), choices: names,
        suggestion: Suggestion.nearest(
          to: wanted, among: templates.flatMap { [$0.name.zh, $0.name.en] }))
    }
    if let failure = template.failure { throw .store(failure) }
    guard template.document.fault == nil else {
      throw .refused(
        Phrase(
          zh: "模板「\(template.document.path)」不是 UTF-8 文字，读不了",
          en: "the template '\(template.document.path)' is not UTF-8"),
        hint: Phrase(zh: "用编辑器另存为 UTF-8", en: "save it as UTF-8"))
    }
    return template
  }

  private func isCalled(_ wanted: String) -> Bool {
    func folded(_ text: String) -> String { FullWidth.name(Slice(text)).lowercased() }
    return [name.zh, name.en].contains { folded($0) == folded(wanted) }
  }

  /// Its text, with a front matter and a title for the facts of every meeting.
  package var text: TextTemplate {
    let bytes = document.bytes
    let front = document.frontMatter.map { document.nodes[Int(document.nodes[$0].subtreeEnd) - 1] }
    let cut = front?.range.upperBound ?? 0
    var head = front == nil ? Array("---\n---\n".utf8) : Array(bytes[..<cut])
    if head.last != UInt8(ascii: "\n") { head.append(UInt8(ascii: "\n")) }
    if !document.nodes.contains(where: { $0.kind == .title }) {
      head += Array("\n# {{title}}\n\n".utf8)
    } else if front == nil {
      head.append(UInt8(ascii: "\n"))
    }
    return TextTemplate(head + bytes[cut...])
  }

  /// The names of places that only this template has, and that have no automatic value.
  package var ownPlaces: [TextTemplate.Place] {
    text.places.filter { !AgendaValues.isKnown($0.name) }
  }
}
