/** A style sheet as text: the bundler puts it together. */
declare module '*.css' {
  const text: string;
  export default text;
}
