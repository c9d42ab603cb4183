declare module 'har-schema' {
  /** JSON Schemas by name: `har`, `log`, `entry`, ... */
  const schemas: Record<string, Record<string, unknown>>
  export default schemas
}
