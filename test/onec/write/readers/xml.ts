import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** What stands in it, CDATA too; '' where it is nothing but white space, which `ЧтениеXML` passes over. */
  readonly text: string
  /** The same without CDATA: `ЧтениеXML` tells of that as of a node of another kind. */
  readonly plain: string
}

interface Growing {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Growing[]
  text: string
  plain: string
}

/** The root element, read as strictly as `ЧтениеXML` does; throws where the text is not well-formed. */
export function readXml(text: string): XmlElement {
  const document: Growing = { name: '', attributes: {}, children: [], text: '', plain: '' }
  const open = [document]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name, attributes: attributes as Record<string, string>, children: [], text: '', plain: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => {
    const element = open.at(-1)!
    element.text += piece
    element.plain += piece
  })
  parser.on('cdata', (piece) => {
    open.at(-1)!.text += piece
  })
  parser.on('closetag', () => {
    const element = open.pop()!
    if (element.text.trim() === '') element.text = ''
    if (element.plain.trim() === '') element.plain = ''
  })
  parser.write(text).close()
  return document.children[0]!
}

export function elements(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name)
}
