import HallModel
import HallSyntax
import HallWork
import HallWords

extension AgendaTemplate {
  /// The list of templates, for people.
  static func list(
    _ templates: [AgendaTemplate], _ language: Language, _ context: CommandContext
  ) -> String {
    let say = language.say
    var table = TextTable(
      [say("模板", "template"), say("用在哪里", "for what")], width: context.fittingWidth)
    for template in templates {
      var about = template.about?[language] ?? say("本议事厅的模板", "the hall's own")
      if template.failure != nil || template.document.fault != nil {
        about += say("；读不了", "; cannot be read")
      }
      let places = template.ownPlaces.map(\.name)
      if !places.isEmpty {
        about += say("；可填 ", "; takes ") + places.joined(separator: say("、", ", "))
      }
      table.add([template.name[language], about])
    }
    let note = say(
      "用 --模板 选一个；可填的用 --填 填，如 --填 小区=华建小区",
      "--template takes one of them; --fill fills a place, as in --fill compound=Riverside")
    let lines = context.fittingWidth.map { DisplayWidth.wrapped(note, to: $0) } ?? [note]
    return table.text(context.style) + "\n" + lines.map { $0 + "\n" }.joined()
  }
}
